import { expect, test } from "vitest";
import { lintGlossary } from "../../../src/notes/lint-glossary.ts";

const GLOSSARY = `# The terms of all notes.
- term: TPM
  definition: A chip.
- term: "ATT&CK"
  definition: A list.
- definition: A standard.
  term: 'PKCS#11'
- term: "tpm"
  definition: The same.
- term: BMC
  expansion: Baseboard Management Controller
  definition: A computer in a computer.
- term: key
  definition: A number.
  synonyms: [42, secret number]
`;

test("terms that no note uses, and those that are there twice, are told with their lines", () => {
  const texts = ["Without a tpm.", "Baseboard management controllers hold secret numbers."];
  expect(lintGlossary(GLOSSARY, texts)).toEqual([
    { line: 4, found: "ATT&CK, which no note uses", expected: "terms of the notes", mend: "remove the term" },
    { line: 7, found: "PKCS#11, which no note uses", expected: "terms of the notes", mend: "remove the term" },
    { line: 8, found: "tpm twice", expected: "each term once", mend: "join the two" },
  ]);
});

test.each([
  ["term: policy", "Policies."],
  ["term: EK\n  expansion: endorsement key", "Endorsement Keys."],
  ["term: NIST\n  synonyms: [800]", "SP 800-193."],
])("a term is used by its name, plural, expansion or synonyms: %j", (fields, text) => {
  const glossary = `- ${fields}\n  definition: A word.\n`;
  expect(lintGlossary(glossary, [text])).toEqual([]);
  expect(lintGlossary(glossary, ["Nothing of it."])).toHaveLength(1);
});

test("a glossary without terms is fine", () => {
  expect(lintGlossary("[]", [])).toEqual([]);
});
