import { expect, test } from "vitest";
import { createCorrector } from "../../../src/search/correct.ts";
import { parseQuery } from "../../../src/search/query.ts";
import { fold } from "../../../src/search/words.ts";

const WORDS =
  "the data cloud security TPM PCR boot secure SP center hyper hypervisor compliance attestation encryption cryptocurrencies debt show names report defense book encryptions";
const corrector = createCorrector({
  words: WORDS,
  terms: [
    { term: "HIPAA", misspellings: ["hippa"] },
    { term: "SSAE 18", synonyms: ["SAS 70"] },
    { term: "Availability Zone", synonyms: ["AZ"] },
  ],
});

/** The mended query, when all words that are not among the known ones are found nowhere. */
function correct(text: string): string | undefined {
  const query = parseQuery(text);
  const known = new Set(WORDS.split(" ").map(fold));
  return corrector.correct(query, new Set(query.terms.filter(({ words }) => words.some((word) => !known.has(word)))));
}

test.each([
  ["complience", "compliance"],
  ["attestatoin", "attestation"],
  ["ecnryption", "encryption"],
  ["cluod", "cloud"],
  ["clodu", "cloud"],
  ["bttestation", "attestation"],
  ["kriptokurrencies", "cryptocurrencies"],
  ["encryptiins", "encryptions"],
  ["boor", "boot"],
  ["visor", "hypervisor"],
  ["attestx", "attestation"],
  ["attezzation", "attestation"],
  ["cloud attestetion", "cloud attestation"],
  ["hippa", "HIPAA"],
  ["secureboot", "secure boot"],
  ["pcrtpm", "PCR TPM"],
  ["pcr7", "PCR 7"],
  ["sp800-53", "SP 800-53"],
  ["tpm2.0", "TPM 2.0"],
  ["hyper visor report", "hypervisor report"],
  ["sas 70", "SSAE 18"],
  ["AZs", "Availability Zone"],
  ["crypto currency", "cryptocurrencies"],
  ["48V", '"48 V"'],
])("%s is taken for %s", (typed, meant) => expect(correct(typed)).toBe(meant));

test.each([
  "cloud security",
  "qqqqqq",
  "xy",
  "defense in depth",
  "shadow IT",
  "due diligence",
  "PQC",
  "pqc",
  "James Hamilton",
  "port 443",
  "DE&BT",
  "cluxd",
  "vloud",
  "ptoc",
  "atxestx",
  "attezzasion",
  "cloud attezzation",
  "kriptokurrensies",
  "spboot",
  "qqq7",
])("%s stays as it is", (typed) => expect(correct(typed)).toBeUndefined());

test("of a phrase that stands nowhere the words are looked for", () => {
  const query = parseQuery('"cloud report" TPM');
  expect(corrector.correct(query, new Set(query.terms.slice(0, 1)))).toBe("cloud report TPM");
});

test("two known words written as one are parted", () => {
  expect(corrector.split("datacenter")).toBe("data center");
  expect(corrector.split("datapoint")).toBeUndefined();
});
