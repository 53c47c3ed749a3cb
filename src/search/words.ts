import { isFamily } from "./families.ts";
import { respell } from "./spelling.ts";

/** Lower case without diacritics, apostrophes as they are typed: what search compares. */
export function fold(text: string): string {
  return withoutMarks(text).replaceAll("’", "'").toLowerCase();
}

function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

/** A sign that is no part of a word: all but the dot of "1.2" and the sign of "M&A", without which they were others. */
export const SIGN = /(?!(?<=\p{N})\.(?=\p{N})|(?<=[\p{L}\p{N}])&(?=[\p{L}\p{N}]))[^\p{L}\p{N}_]/gu;
const PARTS = /\p{L}+|\p{N}+/gu;
const VERSION = /\d+(?:\.\d+)+/g;
const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/** A word folded and without punctuation, as the terms of a query have it. */
export function bareWord(word: string): string {
  return fold(word.replace(SIGN, ""));
}

/** Parts the words of a query at their humps: `PolicyPCR` becomes `Policy PCR`. */
export function splitHumps(text: string): string {
  return text.replace(CAMEL, " ").replaceAll("_", " ");
}

/**
 * The forms in which a written word can be found: itself without punctuation, and the words it is
 * made of (`TPM2_PolicyPCR`: tpm2_policypcr, tpm2, tpm, 2, policypcr, policy, pcr; `1.2/2.0`: 1.2 and 2.0 among others).
 */
export function listForms(written: string): string[] {
  // A letter's mark, where it is a sign of its own, parts no word.
  const word = withoutMarks(written);
  const forms = new Set<string>([bareWord(word)]);
  for (const piece of word.split(/[^\p{L}\p{N}.&]+/u)) forms.add(bareWord(piece));
  for (const [version] of word.matchAll(VERSION)) forms.add(version);
  for (const piece of word.split(/[^\p{L}\p{N}]+/u)) {
    forms.add(fold(piece));
    for (const hump of piece.split(CAMEL)) {
      forms.add(fold(hump));
      for (const [part] of hump.matchAll(PARTS)) forms.add(fold(part));
    }
  }
  forms.delete("");
  return [...forms];
}

const ENDING =
  /^(?:|e|s|es|ed|er|ers|ing|ings|ion|ions|or|ors|ate|ates|ated|ation|ations|ment|ments|able|ance|ence|ances|ences|ant|ent|ity|ities|ive|al|ally|ly|y|ies|ied|ier|ness)$/;

/**
 * How well a word answers a term: 1 the same, less for another ending of the same stem or a longer
 * word that begins with the term, 0 not at all. Pagefind's own hits include words that only share a
 * beginning with the term; this tells them apart. British and American spellings are one word.
 */
export function matchWord(form: string, term: string): number {
  const other = respell(term);
  return other ? Math.max(matchSpelling(form, term), matchSpelling(form, other)) : matchSpelling(form, term);
}

function matchSpelling(form: string, term: string): number {
  if (form === term) return 1;
  // A number that only begins alike is another number.
  if (term.length < 2 || /^[\d.]+$/.test(term)) return 0;
  const common = commonLength(form, term);
  if (common >= 4 && ENDING.test(form.slice(common)) && ENDING.test(term.slice(common))) return 0.9;
  if (common >= 4 && isFamily(form, term)) return 0.8;
  if (common === term.length && (term.length > 2 || form.length < 5)) {
    return 0.4 + 0.4 * (term.length / form.length);
  }
  return 0;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
