import { existsSync } from "node:fs";
import { join } from "node:path";
import { getCollection } from "astro:content";
import { GLOSSARY_FILE, notesFolder } from "../notes/folder.ts";
import { anchorTerms, type TermLink } from "../notes/terms.ts";

let terms: Promise<TermLink[]> | undefined;

/** All terms by name. */
export function getTerms(): Promise<TermLink[]> {
  if (import.meta.env.DEV) return readTerms();
  terms ??= readTerms();
  return terms;
}

async function readTerms(): Promise<TermLink[]> {
  // Asking for a collection without entries is a warning each time, and a folder of notes need not have a glossary.
  if (!existsSync(join(notesFolder(process.env).path, GLOSSARY_FILE))) return [];
  const entries = await getCollection("glossary");
  return anchorTerms(entries.map(({ data: { id: _, ...term } }) => term));
}
