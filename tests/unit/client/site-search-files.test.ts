import { expect, test } from "vitest";
import { readAskedFiles } from "../../../src/client/site-search-files.ts";

test.each([
  ["tpm svg", ["svg"], "tpm"],
  ["TPM  JSON Canvas", ["canvas"], "tpm"],
  ["mermaid tpm pdf", ["mmd", "pdf"], "tpm"],
  ["policy json", ["json"], "policy"],
  ["svg", ["svg"], ""],
  ["tpm", [], "tpm"],
])("%s asks for %j of %j", (text, extensions, rest) => {
  const asked = readAskedFiles(text, "svg SVG,pdf PDF,mmd Mermaid,canvas JSON Canvas,json JSON");
  expect(asked.kinds.map(({ extension }) => extension)).toEqual(extensions);
  expect(asked.rest).toBe(rest);
});
