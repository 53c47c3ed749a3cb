import { describe, expect, test } from "vitest";
import { checkGlossary } from "../../../src/notes/check-glossary.ts";
import { formatProblems } from "../../../src/notes/problems.ts";

describe("the glossary", () => {
  const tellGlossary = (text: string) =>
    formatProblems(checkGlossary(text, "glossary.yaml")).split("\n").slice(2).join("\n");

  test("that is right is fine", () => {
    expect(checkGlossary("# Terms\n- term: TPM\n  definition: Chip.\n  synonyms: [a, 2]\n", "glossary.yaml")).toEqual(
      [],
    );
  });

  test("that cannot be read, is no list or has wrong fields", () => {
    expect(tellGlossary("- term: ZZ\n  definition: x: y: z\n")).toMatchInlineSnapshot(
      `"glossary.yaml:2:15  definition  found YAML that cannot be read (Nested mappings are not allowed in compact mappings), expected a list of terms, one field a line, as name: value → put a value that contains ": " in quotation marks, or indent fields of the same level alike"`,
    );
    expect(tellGlossary("- term: ZZ\n definition: x\n")).toMatchInlineSnapshot(
      `"glossary.yaml:2:1  definition  found YAML that cannot be read (Sequence item without - indicator), expected a list of terms, one field a line, as name: value → indent it as far as the field above it"`,
    );
    expect(tellGlossary("- term: 2\n  definition: x\n")).toMatchInlineSnapshot(
      `"glossary.yaml:1  term 1 term  found 2, expected the term, in quotation marks where it is a number → write term: TPM"`,
    );
    expect(tellGlossary("")).toMatchInlineSnapshot(
      `"glossary.yaml:1:1  found nothing in the whole file, expected a list of terms → begin each term with - term: …, or remove the file"`,
    );
    expect(tellGlossary("term: ZZ\n")).toMatchInlineSnapshot(
      `"glossary.yaml:1:1  found a group of fields in the whole file, expected a list of terms → begin each term with - term: …, or remove the file"`,
    );
    expect(tellGlossary("- term: A\n  definition: a\n- term: ZZ\n  defintion: x\n")).toMatchInlineSnapshot(`
      "glossary.yaml:3  “ZZ” definition  found nothing, expected one plain sentence → add definition: Chip that keeps keys.
      glossary.yaml:4  “ZZ” defintion  found a field that is not known, expected definition → rename it"
    `);
  });
});
