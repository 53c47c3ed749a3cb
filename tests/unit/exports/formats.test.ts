import { expect, test } from "vitest";
import { FORMATS } from "../../../src/exports/formats.ts";

const endings = (formats: typeof FORMATS) => formats.map(({ extension }) => extension);

test("what the clipboard is offered is a kind of text, or the picture that it takes", () => {
  const copied = FORMATS.filter(({ isCopied }) => isCopied);
  expect(endings(copied)).toEqual(["svg", "png", "md"]);
});

test("of what is painted, menus tell the size that it is painted in", () => {
  const painted = FORMATS.filter(({ isPainted }) => isPainted);
  expect(endings(painted.filter(({ measure }) => !measure))).toEqual([]);
  const tell = (extension: string, width: number, height: number) =>
    FORMATS.find((format) => format.extension === extension)?.measure?.({ width, height });
  expect(tell("png", 1000, 500)).toBe("2000 × 1000 pixels");
  expect(tell("png", 32_767, 500)).toBe("32767 × 500 pixels");
  expect(tell("pdf", 720, 72)).toBe("254 × 25 mm");
  expect(tell("pdf", 28_800, 144)).toBe("5080 × 25 mm");
});

test("what is painted holds letters, so that a site without pictures is without it", () => {
  expect(endings(FORMATS.filter(({ isPainted, hasLetters }) => isPainted && !hasLetters))).toEqual([]);
});
