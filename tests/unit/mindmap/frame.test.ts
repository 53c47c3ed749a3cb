import { expect, test } from "vitest";
import { frameOf, isLargerIn, type Size } from "../../../src/mindmap/frame.ts";

test("a map stands in the middle of its frame, with a margin around it", () => {
  const bounds = { x: 10, y: 20, width: 100, height: 40 };
  expect(frameOf(bounds, 8, [0, 0])).toEqual([2, 12, 116, 56]);
  expect(frameOf(bounds, 8, [200, 100])).toEqual([-40, -10, 200, 100]);
});

const bounds = (width: number, height: number) => ({ x: 0, y: 0, width, height });

test.each<[name: string, room: Size, isLarger: boolean]>([
  ["a window twice as wide as high", [1400, 700], true],
  ["a square", [700, 700], false],
  ["a phone", [390, 740], false],
])("%s: whether a tall map is larger with branches on both sides", (_, room, isLarger) => {
  expect(isLargerIn(room, bounds(700, 950), bounds(1150, 500))).toBe(isLarger);
});

test("a map that fits as it is, or would gain next to nothing, stays as it is", () => {
  expect(isLargerIn([1400, 700], bounds(600, 500), bounds(1000, 250))).toBe(false);
  expect(isLargerIn([1400, 700], bounds(600, 570), bounds(1000, 300))).toBe(false);
});
