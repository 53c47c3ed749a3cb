import { describe, expect, test } from "vitest";
import { type Term, cutQuery, hasTerm, parseQuery, partQuery, toPagefind } from "../../../src/search/query.ts";
import { splitHumps } from "../../../src/search/words.ts";

describe("what Pagefind is asked", () => {
  test.each([
    ["Résumé of the boot", "resume boot"],
    ["pcr 7", "pcr 7"],
    ["ai", '"ai"'],
    ["c", '"c"'],
    ["policy ai", "policy ai"],
    ["secure b", "secure"],
    ["vitamin c pill", "vitamin pill"],
    ['"secure b"', '"secure b"'],
    ['"b" boot', "b boot"],
    ["“secure boot”", '"secure boot"'],
    ["«secure boot» tpm", "secure boot tpm"],
    ['"secure boo', '"secure boo"'],
    ['tpm "secure boot"', "tpm secure boot"],
    ["1.2", '"12"'],
    ["1.2.3", "123"],
    ["m&a", '"ma"'],
    ["s3", '"s3"'],
    ["可信计算", '"可 信 计 算"'],
  ])("%s: %s", (typed, asked) => expect(toPagefind(parseQuery(typed))).toBe(asked));
});

describe("a node of the map answers", () => {
  const answers = (text: string, typed: string) => parseQuery(typed).terms.every((term: Term) => hasTerm(text, term));
  test.each([
    ["a phrase by its words side by side", "The secure boot", '"secure boot"', true],
    ["a phrase over signs", "Secure, boot!", '"secure boot"', true],
    ["a phrase whatever its accents", "Un résumé", '"un resume"', true],
    ["a phrase not by parts of words", "Insecure booting", '"secure boot"', false],
    ["a phrase not by a longer last word", "Secure booting", '"secure boot"', false],
    ["a phrase not by a longer first word", "Insecure boot", '"secure boot"', false],
    ["a phrase not by words apart", "Secure the boot", '"secure boot"', false],
    ["a quoted word not by another ending", "Boots", '"boot"', false],
    ["a word by another ending", "Booted", "boots", true],
    ["a word by what it is made of", "TPM2_PolicyPCR", "policy", true],
    ["a word not by its end", "Reboot", "boot", false],
    ["words in any order", "Boot, securely", "secure boot", true],
    ["words not by one of them", "Boot", "secure boot", false],
    ["words of a script without blanks, one after the other", "使用可信计算技术", "可信计算", true],
    ["such words over signs", "可信（计算）", "可信计算", true],
    ["such words beside others", "使用TPM可信计算", "TPM可信", true],
    ["such words not apart", "可信的计算", "可信计算", false],
  ])("%s", (_, text, typed, expected) => expect(answers(text, typed)).toBe(expected));
});

test.each([
  ["XSA-108", "the flaw XSA-108, told", true],
  ['"xsa-108"', "the flaw XSA-108, told", true],
  ["1.2", "TPM 1.2.", true],
  ["1.2", "up to 12 hosts", false],
  ['"1.2"', "1a2", false],
  ['"12"', "TPM 1.2", false],
  ['"U.S. law"', "under U.S. law", true],
  ['"ma deal"', "an M&A deal", false],
  ["12", "TPM 1.2", false],
  ["2.0", "tpm2.0", true],
  ['"TPM 1.2"', "the TPM 1.2 had", true],
  ["m&a", "an M&A deal", true],
  ["m&a", "ma and pa", false],
])("%s in “%s”: %s", (typed, text, isThere) => {
  expect(parseQuery(typed).terms.every((term) => hasTerm(text, term))).toBe(isThere);
});

test.each([
  ["how to get the TPM", ["get", "TPM"]],
  ["the TPM", ["TPM"]],
  ["how to", ["how", "to"]],
  ['"how to" the TPM', ['"how to"', "TPM"]],
  [' TPM – "" ! ', ["TPM"]],
  ['""boot TPM', ["boot", "TPM"]],
  ["how is remote attestation done", ["remote", "attestation"]],
  ["Explain measured boot", ["measured", "boot"]],
  ["what is the difference between tpm and hsm?", ["tpm", "hsm?"]],
  ["tpm vs. hsm", ["tpm", "hsm"]],
  ["how does a quote work", ["quote"]],
  ["remote work", ["remote", "work"]],
  ['how is "work" done', ['"work"']],
  ["how does it work", ["work"]],
  ["show me", ["show", "me"]],
])("%s is asked for as %j", (typed, terms) => {
  expect(parseQuery(typed).terms.map(({ text }) => text)).toEqual(terms);
});

test("a query is shown without blanks that say nothing", () => {
  expect(parseQuery(" secure \n\u00a0 boot  TPM ").text).toBe("secure boot TPM");
});

test("a name is parted at its humps where each part tells something", () => {
  const part = (typed: string) => partQuery(parseQuery(typed), splitHumps)?.terms.map(({ words }) => words);
  expect(part("PolicyPCR digest")).toEqual([["policy", "pcr"], ["digest"]]);
  expect(part("2FA")).toBeUndefined();
  expect(part("MiCA")).toBeUndefined();
  expect(part("eIDAS")).toBeUndefined();
  expect(part("attestation")).toBeUndefined();
  expect(part('"PolicyPCR"')).toBeUndefined();
  expect(part('"my PolicyPCR" PolicyPCR')).toEqual([
    ["my", "policypcr"],
    ["policy", "pcr"],
  ]);
});

test("of what was pasted so much is searched for as names a place, in whole signs", () => {
  expect(cutQuery("  secure   boot\n")).toBe("secure boot");
  expect(cutQuery("boot ".repeat(500)).split(" ")).toHaveLength(32);
  expect(cutQuery("x".repeat(5000))).toBe("x".repeat(300));
  expect(cutQuery(`a${"🔒".repeat(5000)}`)).toBe(`a${"🔒".repeat(299)}`);
});
