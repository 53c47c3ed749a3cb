import { expect, test } from "vitest";
import { checkCharacters, checkEncoding } from "../../../src/notes/check-text.ts";

test("of one mistake in many lines the first three are told", () => {
  const latin = Uint8Array.from("fine\n".concat("caf\u00e9\n".repeat(5)), (letter) => letter.charCodeAt(0));
  expect(checkEncoding(latin).map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(checkCharacters("fine\n".concat("a\u0001\n".repeat(5))).map(({ line }) => line)).toEqual([2, 3, 4]);
});
