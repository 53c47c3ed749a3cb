import { expect, test } from "vitest";
import { createCorrector } from "../../../src/search/correct.ts";
import { parseQuery } from "../../../src/search/query.ts";

/** Words of security notes, those among them that others are most easily taken for. */
const WORDS =
  "the do same done case spots API OCP SAS CSF MTCS dgst TPM SSO KMS cloud access boot policy breach radio elastic computing last missing phishing contracts contract consent misspelt cerberus firmware compliance complies compliant responsibility regulation certificates encryption encryptions vulnerabilities cryptography attestation governance hypervisor passwords measured systems GuardDuty";
const { correct, guess, findKin } = createCorrector({
  words: WORDS,
  terms: ["API", "OCP", "SAS 70", "TPM", "GuardDuty", "shared responsibility"].map((term) => ({ term })),
});

/** What a query is mended to where none of its words is found. */
function mend(typed: string): string | undefined {
  const query = parseQuery(typed);
  return correct(query, new Set(query.terms));
}

/** Mistyped, and meant. */
const MENDED = `
  acess=access boott=boot boto=boot boor=boot cluod=cloud clooud=cloud clpud=cloud polcy=policy plicy=policy
  breech=breach breahc=breach tmp=TPM firmwre=firmware firmwware=firmware hyperviser=hypervisor
  attestaton=attestation attesttaion=attestation complience=compliance complaince=compliance compliamce=compliance
  responsability=responsibility encyption=encryption encriptions=encryptions vulnerabilty=vulnerabilities
  gaurdduty=GuardDuty governence=governance cryptografy=cryptography regullation=regulation
  pasword=passwords mesured=measured sistems=systems
  complying=compliance responsible=responsibility regulatory=regulation certifying=certificates cryptographer=cryptography
`;

/** Names and words that the notes lack, each near to one that they have. */
const OWN = `
  acpi apis clod cors casb cissp csrf dast ddos docs don't dont fips isnt mtls ocsp sais saml sase sast soss spof
  spam xapi radar radius blast plastic smishing kerberos contrast consensus vomplaint basic tame faked
`;

const rows = (table: string) => table.trim().split(/\s+/);
const pairs = (table: string) => rows(table).map((row) => row.split("=") as [typed: string, meant: string]);

test.each(pairs(MENDED))("%s is mended to %s", (typed, meant) => expect(mend(typed)).toBe(meant));

test.each([...rows(OWN), "blast radius", "cloud saml"])("%s is left as it is", (typed) => {
  expect(mend(typed)).toBeUndefined();
});

test.each(
  pairs("kerberos=cerberus contrast=contracts firmwear=firmware radius=- saml=- ocsp=- cissp=- don't=- boot=-"),
)("who types %s is asked whether it was meant: %s", (typed, near) =>
  expect(guess(parseQuery(typed)) ?? "-").toBe(near),
);

test("of several words none is asked for", () => expect(guess(parseQuery("kerberos cloud"))).toBeUndefined());

test.each(pairs("compliant=compliance complies=compliance cryptographic=cryptography Regulated=regulation cloud=-"))(
  "a word has others of its family: %s, %s",
  (word, other) => expect(findKin(parseQuery(word)) ?? "-").toBe(other),
);
