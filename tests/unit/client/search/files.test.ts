import { expect, test } from "vitest";
import { readAskedFiles } from "../../../../src/client/search/files.ts";

const KINDS = [
  { extension: "svg", label: "SVG" },
  { extension: "pdf", label: "PDF" },
  { extension: "mmd", label: "Mermaid" },
  { extension: "canvas", label: "JSON Canvas" },
  { extension: "json", label: "JSON" },
];

test.each([
  ["tpm svg", ["svg"], "tpm"],
  ["TPM  JSON Canvas", ["canvas"], "tpm"],
  ["mermaid tpm pdf", ["mmd", "pdf"], "tpm"],
  ["policy json", ["json"], "policy"],
  ["svg", ["svg"], ""],
  ["tpm", [], "tpm"],
])("%s asks for %j of %j", (text, extensions, rest) => {
  const asked = readAskedFiles(text, KINDS);
  expect(asked.kinds.map(({ extension }) => extension)).toEqual(extensions);
  expect(asked.rest).toBe(rest);
});
