import { expect, test } from "vitest";
import { fitScale, frameOf, isLargerIn, pictureFrame, type Size } from "../../../src/mindmap/frame.ts";

const bounds = (width: number, height: number) => ({ x: 0, y: 0, width, height });

test("a map stands in the middle of its frame, with a margin around it", () => {
  const placed = { x: 10, y: 20, width: 100, height: 40 };
  expect(frameOf(placed, 8)).toEqual([2, 12, 116, 56]);
  expect(frameOf(placed, 8, { fitRatio: 0.5 })).toEqual([-40, 0, 200, 80]);
});

test("a picture as high as it says is as large as the map is fitted to a window with room for more", () => {
  for (const options of [{}, { maxInitialScale: 2 }, { fitRatio: 0.8 }]) {
    const { height } = pictureFrame(bounds(300, 200), options);
    const [, , , high] = frameOf(bounds(300, 200), 16, options);
    const scale = fitScale([5000, 4000], bounds(300, 200), options);
    expect(Math.abs(height - high * scale)).toBeLessThanOrEqual(0.5);
  }
  // In a smaller one it touches two of its edges.
  expect(fitScale([166, 1000], bounds(300, 200), {})).toBe(0.5);
});

test.each<[name: string, room: Size, isLarger: boolean]>([
  ["a window twice as wide as high", [1400, 700], true],
  ["a square", [700, 700], false],
  ["a phone", [390, 740], false],
])("%s: whether a tall map is larger with branches on both sides", (_, room, isLarger) => {
  expect(isLargerIn(room, bounds(700, 950), bounds(1150, 500), {})).toBe(isLarger);
});

test("a map that fits as it is, or would gain next to nothing, stays as it is", () => {
  expect(isLargerIn([1400, 700], bounds(600, 500), bounds(1000, 250), {})).toBe(false);
  expect(isLargerIn([1400, 700], bounds(600, 570), bounds(1000, 300), {})).toBe(false);
});
