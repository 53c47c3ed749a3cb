import { existsSync } from "node:fs";
import { join } from "node:path";
import { getCollection } from "astro:content";
import { notesFolder } from "../notes/folder.ts";
import { anchorTerms, indexTerms, type TermIndex, type TermLink } from "../notes/terms.ts";

let terms: Promise<TermLink[]> | undefined;
let index: Promise<TermIndex | undefined> | undefined;

/** All terms by name. */
export function getTerms(): Promise<TermLink[]> {
  if (import.meta.env.DEV) return readTerms();
  terms ??= readTerms();
  return terms;
}

/** The terms as notes are searched for them; undefined when there are none. */
export async function getTermIndex(): Promise<TermIndex | undefined> {
  if (import.meta.env.DEV) return indexTerms(await readTerms());
  index ??= getTerms().then(indexTerms);
  return index;
}

async function readTerms(): Promise<TermLink[]> {
  // Asking for a collection without entries is a warning each time, and a folder of notes need not have a glossary.
  if (!existsSync(join(notesFolder(process.env).path, "glossary.yaml"))) return [];
  const entries = await getCollection("glossary");
  return anchorTerms(entries.map(({ data: { id: _, ...term } }) => term));
}
