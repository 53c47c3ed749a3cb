import { expect, test } from "vitest";
import { findNearest } from "../../../src/notes/nearest.ts";

test.each([
  ["tmp", ["tpm"], "tpm"],
  ["Nitro", ["nitro-enclaves", "nitr"], "nitr"],
  ["abcdef", ["abxdef", "abcdxf"], "abxdef"],
  ["abcdef", ["abxxef", "abcdxf"], "abcdxf"],
  ["abcdefghi", ["badcfeghi"], "badcfeghi"],
  ["abcdefghi", ["badcfehgi"], undefined],
  ["tpm", ["constructor", "pcr"], undefined],
])("of %j the names %j give %j", (written, names, nearest) => {
  expect(findNearest(written, names)).toBe(nearest);
});
