import { expect, test } from "vitest";
import { checkTag, createEndFinder } from "../../../src/notes/check-tags.ts";

test("an element ends where its end follows, in its piece or a later one", () => {
  const isEnded = createEndFinder(["<b>x</b> <SCRIPT>", "</Script > <style>", "</style-x>"]);
  expect(isEnded("b", 0, 0)).toBe(true);
  expect(isEnded("b", 0, 9)).toBe(false);
  expect(isEnded("script", 0, 9)).toBe(true);
  expect(isEnded("script", 1, 11)).toBe(false);
  expect(isEnded("style", 1, 11)).toBe(false);
});

test("one that swallows all below it is told where it does not end, and in MDX left to its parser", () => {
  expect(checkTag("script", false)?.found).toMatch(/^<script> without its end/);
  expect(checkTag("script", true)?.found).not.toMatch(/without its end/);
  expect(checkTag("p", false)).toBeUndefined();
  expect(checkTag("Figure")).toBeUndefined();
  expect(checkTag("Figure", true)?.mend).toContain(".mdx");
});
