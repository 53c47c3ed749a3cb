import type { APIRoute } from "astro";
import { gatherVocabulary } from "../../search/vocabulary.ts";
import { getTerms } from "../../site/glossary.ts";
import { getNotes } from "../../site/notes.ts";

/** The words of the notes and the terms' other names: what a mistyped query is compared with. */
export const GET: APIRoute = async () => {
  const notes = await getNotes();
  const texts = notes.flatMap(({ title, html }) => [title, html]);
  return Response.json(gatherVocabulary(texts, await getTerms()));
};
