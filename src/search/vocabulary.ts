import type { Vocabulary, VocabularyTerm } from "./lexicon.ts";
import { fold } from "./words.ts";
import { hasUnspaced } from "./unspaced.ts";

/** Beyond this many words the rarest are left out: the list is downloaded by readers who mistyped. */
const MOST_WORDS = 20_000;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:_[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const TAG = /<(?:svg|script|style)\b[\s\S]*?<\/(?:svg|script|style)>|<[^>]*>/g;

/** A term as the glossary has it. */
interface GatheredTerm extends VocabularyTerm {
  /** Names of other things that lead to it; to search they are as good as its own. */
  related?: string[] | undefined;
}

/** Gathers all words of rendered notes and the glossary's terms, the most frequent first. */
export function gatherVocabulary(texts: Iterable<string>, glossary: readonly GatheredTerm[]): Vocabulary {
  const terms = glossary.map(({ term, expansion, synonyms, related, misspellings }): VocabularyTerm => {
    const names = [...(synonyms ?? []), ...(related ?? [])];
    return { term, expansion, synonyms: names.length > 0 ? names : undefined, misspellings };
  });
  const counts = new Map<string, number>();
  const count = (text: string) => {
    for (const [word] of text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const html of texts) count(html.replace(TAG, " ").replace(/&[a-z#0-9]+;/gi, " "));
  for (const { term, expansion = "", synonyms = [] } of terms) count([term, expansion, ...synonyms].join(" "));
  const words = [...groupForms(counts)]
    .map((forms) => ({ word: pickForm(forms), sum: forms.reduce((sum, [, each]) => sum + each, 0) }))
    .toSorted((a, b) => b.sum - a.sum || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
  return {
    words: words.map(({ word }) => word).join(" "),
    terms,
  };
}

/** A way to write a word, with how often it is written so. */
type Form = [written: string, count: number];

/** The forms of each word that can be mistyped. */
function groupForms(counts: Iterable<Form>): Iterable<Form[]> {
  const isWord = ([form]: Form) => form.length > 1 && !/^\d+$/.test(form) && !hasUnspaced(form);
  return Map.groupBy([...counts].filter(isWord), ([form]) => fold(form)).values();
}

/** A word as it is mostly written; a capital that only begins a sentence does not count. */
function pickForm(forms: readonly Form[]): string {
  const [top = ""] = forms.toSorted(([, a], [, b]) => b - a).map(([form]) => form);
  return /^\p{Lu}\p{Ll}+$/u.test(top) ? top.toLowerCase() : top;
}
