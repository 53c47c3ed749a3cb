import { expect, it } from "vitest";
import { createCorrector } from "../../../src/search/correct.ts";
import { parseQuery } from "../../../src/search/query.ts";
import { gatherVocabulary } from "../../../src/search/vocabulary.ts";

it("counts words, not tags, and knows them as they are mostly written", () => {
  const { words } = gatherVocabulary(['<p class="lead">The Boot of a boot</p>', "<p>boot order</p>"], []);
  expect(words).toBe("boot of order the");
});

it.each([
  ["the most frequent first, then by the alphabet", "bb aa cc dd cc", "cc aa bb dd"],
  ["forms of a word counted together", "TPM ab ab Boot boot Boot", "boot ab TPM"],
  ["a name in its capitals", "TPM TPM tpm", "TPM"],
  ["letters with their marks, however these are written", "cafe\u0301 भाषा भाषा", "भाषा cafe\u0301"],
  ["no numbers and no single letters", "7 a 42 ab", "ab"],
  ["no entities and no drawings", "ab&nbsp;cd<svg><text>ef</text></svg>", "ab cd"],
])("knows words for those who mistype, %s", (_, html, words) => {
  const known = gatherVocabulary([html], []).words;
  expect(known).toBe(words);
});

it("leads from what a term is called, stands for or is related to, to the others", () => {
  const terms = [{ term: "SSAE 18", expansion: "Statement 18", synonyms: ["AT-C"], related: ["SAS 70"] }];
  const corrector = createCorrector(gatherVocabulary([], terms));
  expect(corrector.relate(parseQuery("sas 70"))).toEqual(["SSAE 18", "Statement 18", "AT-C"]);
  expect(corrector.relate(parseQuery("SSAE 18"))).toEqual(["Statement 18", "AT-C", "SAS 70"]);
});
