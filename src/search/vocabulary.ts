import type { Vocabulary, VocabularyTerm } from "./correct.ts";
import { fold } from "./words.ts";
import { hasUnspaced } from "./unspaced.ts";

/** Beyond this many words the rarest are left out: the list is downloaded by readers who mistyped. */
const MOST_WORDS = 20_000;

const WORD = /[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)*/gu;
const TAG = /<(?:svg|script|style)\b[\s\S]*?<\/(?:svg|script|style)>|<[^>]*>/g;

/** Gathers all words of rendered notes and the glossary's terms, the most frequent first. */
export function gatherVocabulary(texts: Iterable<string>, terms: readonly VocabularyTerm[]): Vocabulary {
  const counts = new Map<string, Map<string, number>>();
  const count = (text: string) => {
    for (const [word] of text.matchAll(WORD)) {
      if (word.length < 2 || /^\d+$/.test(word) || hasUnspaced(word)) continue;
      const key = fold(word);
      const forms = counts.get(key) ?? new Map<string, number>();
      forms.set(word, (forms.get(word) ?? 0) + 1);
      counts.set(key, forms);
    }
  };
  for (const html of texts) count(html.replace(TAG, " ").replace(/&[a-z#0-9]+;/gi, " "));
  for (const { term, expansion = "", synonyms = [] } of terms) count([term, expansion, ...synonyms].join(" "));
  const words = [...counts.values()]
    .map((forms) => ({ word: pickForm(forms), sum: [...forms.values()].reduce((sum, each) => sum + each, 0) }))
    .toSorted((a, b) => b.sum - a.sum || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
  return {
    words: words.map(({ word }) => word).join(" "),
    terms: terms.map(({ term, expansion, synonyms, misspellings }) => ({ term, expansion, synonyms, misspellings })),
  };
}

/** A word as it is mostly written; a capital that only begins a sentence does not count. */
function pickForm(forms: ReadonlyMap<string, number>): string {
  const [top = ""] = [...forms].toSorted(([, a], [, b]) => b - a).map(([form]) => form);
  return /^\p{Lu}\p{Ll}+$/u.test(top) ? top.toLowerCase() : top;
}
