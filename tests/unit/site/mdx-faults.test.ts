import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tellMdxFault } from "../../../src/site/mdx-faults.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

test("front matter that cannot be read is told as such, and not as code that fails", () => {
  const file = join(temporaryFolder(), "note.mdx");
  writeFileSync(file, '---\ntitle: "TPM\ntags: [boot]\n---\n\nText.\n');
  const told = tellMdxFault(file, "note.mdx", new Error("bad indentation of a mapping entry"), []);
  expect(told).toMatch(/note\.mdx:2 .*YAML that cannot be read.*close the quotation mark/);
  expect(told).not.toContain("code that");
});
