import { expect, test } from "vitest";
import { createCorrector } from "../../../src/search/correct.ts";
import { parseQuery } from "../../../src/search/query.ts";
import { fold } from "../../../src/search/words.ts";

const WORDS =
  "the data cloud security TPM PCR boot secure SP center hyper hypervisor compliance attestation encryption cryptocurrencies debt show names report defense book encryptions set up setup fared unmodified diligence limits passwords policies firewall";
const corrector = createCorrector({
  words: WORDS,
  terms: [
    { term: "HIPAA", misspellings: ["hippa"] },
    { term: "SSAE 18", synonyms: ["SAS 70"] },
    { term: "Availability Zone", synonyms: ["AZ"] },
    { term: "Trusted Platform Module", synonyms: ["TPM"] },
    { term: "SOC report", synonyms: ["SAE report", "SAE box"] },
    { term: "Permission boundary", synonyms: ["Access boundary", "Access limits", "Access patches"] },
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
  ["Complience", "compliance"],
  ["complience.", "compliance"],
  ["clooud", "cloud"],
  ["hippa", "HIPAA"],
  ["hippa report", "HIPAA report"],
  ["secureboot", "secure boot"],
  ["pcrtpm", "PCR TPM"],
  ["pcr7", "PCR 7"],
  ["sp800-53", "SP 800-53"],
  ["SP-800-53", "SP 800-53"],
  ["PCR-7", "PCR 7"],
  ["pcr/7", "PCR 7"],
  ["tpm2.0", "TPM 2.0"],
  ["hyper visor report", "hypervisor report"],
  ["hyper visors", "hypervisor"],
  ["sas 70", "SSAE 18"],
  ["the sas 70 debt", "the SSAE 18 debt"],
  ["sae report", "SOC report"],
  ["sae boxes", "SOC report"],
  ["access boundaries", "Permission boundary"],
  ["access limit", "Permission boundary"],
  ["access patch", "Permission boundary"],
  ["AZs", "Availability Zone"],
  ["crypto currency", "cryptocurrencies"],
  ["48V", '"48 V"'],
  ["5GB", '"5 GB"'],
  ["tmp", "TPM"],
  ["TMP", "TPM"],
  ["tmp report", "TPM report"],
  ["due diligance", "due diligence"],
  ["data limts", "data limits"],
  ["data cloudd", "data cloud"],
  ["pasword", "passwords"],
  ["passwrd", "passwords"],
  ["cloud pasword", "cloud passwords"],
  ["polcy", "policies"],
  ["firewals", "firewall"],
])("%s is taken for %s", (typed, meant) => expect(correct(typed)).toBe(meant));

test.each([
  "cloud security",
  "faked",
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
  "qqq",
  "7pcr7",
  "pcr7qq",
  "48volts",
  "TPM",
  "set up",
  "–",
  "can attestation be faked",
  "data modified",
  "TMP report",
  "ptm",
  "ttp",
  "prc",
])("%s stays as it is", (typed) => expect(correct(typed)).toBeUndefined());

test("what was found stays, though it is not among the words", () => {
  for (const found of ["encrypt", "reports"]) {
    const query = parseQuery(`${found} cluod`);
    expect(corrector.correct(query, new Set(query.terms.slice(1)))).toBe(`${found} cloud`);
  }
});

test("of a phrase that stands nowhere the words are looked for", () => {
  const query = parseQuery('"cloud report" TPM');
  expect(corrector.correct(query, new Set(query.terms.slice(0, 1)))).toBe("cloud report TPM");
});

test("two known words written as one are parted, and so are one and a number", () => {
  expect(corrector.split("datacenter")).toBe("data center");
  expect(corrector.split("pcr7")).toBe("PCR 7");
  expect(corrector.split("datapoint")).toBeUndefined();
});

test("another name leads to its term, and a term to none", () => {
  expect(corrector.listTerms(parseQuery("sas 70"))).toEqual(["SSAE 18"]);
  expect(corrector.listTerms(parseQuery("AZs"))).toEqual(["Availability Zone"]);
  expect(corrector.listTerms(parseQuery("SSAE 18"))).toEqual([]);
});

test("a name that two things share leads to the other names of both", () => {
  const terms = [
    { term: "Trusted Platform Module", synonyms: ["TPM"] },
    { term: "Technical protection measure", synonyms: ["TPM"] },
  ];
  const { relate } = createCorrector({ words: "", terms });
  expect(relate(parseQuery("tpm"))).toEqual(["Trusted Platform Module", "Technical protection measure"]);
});
