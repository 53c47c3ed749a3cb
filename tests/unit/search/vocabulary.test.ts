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
  ["a name in its capitals", "tpm TPM TPM", "TPM"],
  ["a name in those within it", "iPhone McAfee", "McAfee iPhone"],
  ["names with numbers and low lines as one", "TPM2_Policy_PCR EC2 5G", "5G EC2 TPM2_Policy_PCR"],
  ["letters with their marks, however these are written", "cafe\u0301 भाषा भाषा", "भाषा cafe\u0301"],
  ["no numbers and no single letters", "7 a 42 ab", "ab"],
  ["no entities", "ab&nbsp;cd&#38;ef&Auml;gh", "ab cd ef gh"],
  ["no drawings and styles", "ab<svg>\n<text>cd</text></svg> ef <style>g {}</style>", "ab ef"],
  ["none of scripts without spaces", "可信 ab ブート", "ab"],
])("knows words for those who mistype, %s", (_, html, words) => {
  const known = gatherVocabulary([html], []).words;
  expect(known).toBe(words);
});

it("knows the words of terms, too", () => {
  const terms = [{ term: "SSAE 18", expansion: "Statement on Standards", synonyms: ["AT-C"], related: ["SAS"] }];
  expect(gatherVocabulary([], terms).words).toBe("AT SAS SSAE on standards statement");
  expect(gatherVocabulary([], [{ term: "boot" }])).toMatchObject({ words: "boot", terms: [{ term: "boot" }] });
});

it("leaves out the rarest where there are very many", () => {
  const words = Array.from({ length: 20_001 }, (_, at) => `w${at}`).join(" ");
  const known = gatherVocabulary([`${words} ${words.replace("w0 ", "")}`], []).words.split(" ");
  expect(known).toHaveLength(20_000);
  expect(known).not.toContain("w0");
});

it("leads from what a term is called, stands for or is related to, to the others", () => {
  const terms = [{ term: "SSAE 18", expansion: "Statement 18", synonyms: ["AT-C"], related: ["SAS 70"] }];
  const corrector = createCorrector(gatherVocabulary([], terms));
  expect(corrector.relate(parseQuery("sas 70"))).toEqual(["SSAE 18", "Statement 18", "AT-C"]);
  expect(corrector.relate(parseQuery("SSAE 18"))).toEqual(["Statement 18", "AT-C", "SAS 70"]);
});

it("leads from a name to each other one once, and not to its own other number", () => {
  const terms = [{ term: "VPN", synonyms: ["private network", "private networks"] }];
  const corrector = createCorrector(gatherVocabulary([], terms));
  expect(corrector.relate(parseQuery("private networks"))).toEqual(["VPN"]);
});
