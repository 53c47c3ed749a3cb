import { type Corrector, createCorrector } from "../../search/correct.ts";
import { type Query, parseQuery, partQuery } from "../../search/query.ts";
import { splitHumps } from "../../search/words.ts";
import { loadFile } from "../load.ts";
import { siteAddress } from "./address.ts";
import { type Found, type FoundPage, type Request, countPlaces, find, findRest, listMissing } from "./find.ts";
import { isGlossary } from "./glossary-page.ts";
import type { Filters } from "./pagefind.ts";

/** What was found. Plain values only: it comes from a worker. */
export interface Findings {
  /** The words that were found in the end. */
  text: string;
  /** What was typed, where other words were searched for instead. */
  typed?: string | undefined;
  /** Words that are in none of the pages, as they were typed. */
  missing: string[];
  /** A word near to one that is nowhere. */
  guess?: string | undefined;
  /** Other names of what was asked for, or a word of its family. */
  related: string[];
  pages: FoundPage[];
  /** Pages that have the words but were not looked into. */
  more: number;
  /** Pages by filter and value. */
  filters: Filters;
}

/** Below this many places the vocabulary is asked. */
const FEW = 5;

let corrector: Promise<Corrector> | undefined;

/**
 * Finds the places that answer, for words that are nowhere the places of what was probably meant.
 * @throws when the index cannot be loaded
 */
export async function search(request: Request): Promise<Findings> {
  const first = await find(parseQuery(request.text), request);
  const isGood = first.missing.size === 0 && countPlaces(first) >= FEW;
  if (request.verbatim || isGood || first.query.terms.length === 0) return toFindings(first, request);
  const known = await loadCorrector();
  const single = await listSingle(first, request, known);
  const part = (word: string) => (single.has(word) ? undefined : known.split(word)) ?? word;
  const isCited = first.missing.size === 0 && countPlaces(first) === 0;
  const mendable = new Set([...first.missing].filter(({ text }) => !single.has(text)));
  // Of "pcr7" in the title of a source the notes themselves write "PCR 7".
  const better = isCited ? partWords(first.query, part) : known.correct(first.query, mendable);
  if (better) {
    const second = await find(parseQuery(better), request);
    if (isCited ? countPlaces(second) > 0 : second.missing.size < first.missing.size)
      return showInstead(first, second, request, known);
  }
  // A name written as one word may be part of a longer one, which the index knows by its parts, or be two words.
  const parted = partQuery(first.query, splitHumps) ?? partQuery(first.query, part);
  const best = await findRest(first, request);
  const more = parted ? (await find(parted, request)).pages : [];
  const pages = [...best.pages, ...more.filter(({ url }) => best.pages.every((page) => page.url !== url))];
  const named = pages.every(isGlossary) ? await findTerm(first, request, known) : undefined;
  if (named) return showInstead(first, named, request, known);
  const findings = await toFindings({ ...best, pages }, request);
  const guess = pages.length === 0 ? known.guess(first.query) : undefined;
  return { ...findings, guess, related: await relate(first, request, known) };
}

/** Words that are no two known ones written as one, since these stand beside each other nowhere: "rootkit" is no "root kit". */
async function listSingle({ missing }: Found, request: Request, known: Corrector): Promise<ReadonlySet<string>> {
  const single = new Set<string>();
  for (const { text, isExact } of missing) {
    const parts = isExact ? undefined : known.split(text);
    const isWords = parts !== undefined && /^\p{L}+ \p{L}+$/u.test(parts);
    if (isWords && countPlaces(await find(parseQuery(`"${parts}"`), request)) === 0) single.add(text);
  }
  return single;
}

/** What was found for other words than those that were typed. */
async function showInstead(first: Found, second: Found, request: Request, known: Corrector): Promise<Findings> {
  const findings = await toFindings(second, request);
  const typed = first.query.text;
  const related = known.relate(second.query).filter((name) => name.toLowerCase() !== typed.toLowerCase());
  return { ...findings, typed, related };
}

/** Other names of what was asked for; where it has none, a word of its family that more places have. */
async function relate(first: Found, request: Request, known: Corrector): Promise<string[]> {
  const names = known.relate(first.query);
  const kin = names.length === 0 ? known.findKin(first.query) : undefined;
  return kin && countPlaces(await find(parseQuery(kin), request)) > countPlaces(first) ? [kin] : names;
}

/** The places of a term where only the glossary has the name that was typed: of "2FA", those of "MFA". */
async function findTerm({ missing, query }: Found, request: Request, known: Corrector): Promise<Found | undefined> {
  if (missing.size > 0) return undefined;
  for (const term of known.listTerms(query)) {
    const found = await find(parseQuery(term), request);
    if (found.missing.size === 0 && !found.pages.every(isGlossary)) return found;
  }
  return undefined;
}

/** A query with its words parted where they are known ones written as one; undefined where none is. */
function partWords({ text }: Query, part: (word: string) => string): string | undefined {
  const parted = text.split(" ").map(part).join(" ");
  return parted === text ? undefined : parted;
}

/** The vocabulary is a help, not a need: without it words stay as they were typed. */
async function loadCorrector(): Promise<Corrector> {
  corrector ??= loadFile(siteAddress("search/vocabulary.json"))
    .then((response) => response.json())
    .then(createCorrector);
  return corrector.catch(() => {
    corrector = undefined;
    return createCorrector({ words: "", terms: [] });
  });
}

async function toFindings(found: Found, request: Request): Promise<Findings> {
  const { query, pages, more, filters } = found;
  const missing = pages.length > 0 ? await listMissing(found, request) : [];
  return { text: query.text, missing: missing.map(({ text }) => text), related: [], pages, more, filters };
}
