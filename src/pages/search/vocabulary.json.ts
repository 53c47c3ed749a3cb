import type { APIRoute } from "astro";
import { escapeMarkup } from "../../outline/escape.ts";
import { gatherVocabulary } from "../../search/vocabulary.ts";
import { getTerms } from "../../site/glossary.ts";
import { getNotes } from "../../site/notes.ts";

/** The words of the notes and the terms' other names: what a mistyped query is compared with. */
export const GET: APIRoute = async () => {
  const notes = await getNotes();
  // The words are gathered from HTML, and a title is none: `<iframe>` is a word in it.
  const texts = notes.flatMap(({ title, html }) => [escapeMarkup(title), html]);
  return Response.json(gatherVocabulary(texts, await getTerms()));
};
