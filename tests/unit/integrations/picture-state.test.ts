import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { findPictureFault, lookAtPicture } from "../../../src/integrations/picture-state.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const folder = temporaryFolder();
mkdirSync(join(folder, "folder.png"));
for (const [name, bytes] of Object.entries({
  "whole.PNG": PNG,
  "a#b.png": PNG,
  "100 %.png": PNG,
  "cut.png": PNG.subarray(0, 40),
  "cut.PNG": PNG.subarray(0, 40),
  "empty.png": "",
  "words.png": "no picture",
  "words.txt": "no picture",
})) {
  writeFileSync(join(folder, name), bytes);
}

test.each([
  ["whole.PNG", "fine"],
  ["a#b.png", "fine"],
  ["whole.PNG?v=2", "fine"],
  ["words.txt", "fine"],
  ["cut.png", "unreadable"],
  ["cut.PNG", "unreadable"],
  ["words.png", "unreadable"],
  ["empty.png", "empty"],
  ["folder.png", "folder"],
  ["none.png", "missing"],
  ["none.png#top", "missing"],
  ["no\0ne.png", "missing"],
  [`${"x".repeat(300)}.png`, "missing"],
])("the file %j is %s", (name, state) => {
  expect(lookAtPicture(join(folder, name))).toBe(state);
});

test.each(["jpeg", "jpg", "apng", "tiff", "webp", "gif", "svg", "avif"])(
  "words are no picture that ends in .%s",
  (ending) => {
    const path = join(folder, `words.${ending}`);
    writeFileSync(path, "no picture");
    expect(lookAtPicture(path)).toBe("unreadable");
  },
);

test.each([
  ["whole.PNG", undefined],
  ["./whole.PNG?v=2#top", undefined],
  ["a%23b.png", undefined],
  ["100%20%25.png", undefined],
  ["/favicon.svg", undefined],
  ["https://example.org/none.png", undefined],
  ["none.png", "the picture none.png is not there"],
  [`${"x".repeat(300)}.png`, `the picture ${"x".repeat(300)}.png is not there`],
  ["folder.png", "the picture folder.png is a folder"],
  ["empty.png", "the picture empty.png is empty"],
  ["cut.png", "the picture cut.png cannot be read"],
  ["100%.png", "the address of the picture 100%.png is none: write %25 for a % that is text"],
])("of the address %s is told: %s", (address, fault) => {
  expect(findPictureFault(address, pathToFileURL(join(folder, "note.md")))).toBe(fault);
});
