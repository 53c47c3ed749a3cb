import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "hast";
import { expect, test } from "vitest";
import { parseHtml } from "../../../src/notes/html.ts";
import { embedPictures } from "../../../src/site/pictures.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

/** Four pixels wide, two high. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAAAAABawyK/AAAAC0lEQVR4nGNggAEAAAoAAX+AdF4AAAAASUVORK5CYII=",
  "base64",
);
const top = temporaryFolder();
const folder = join(top, "notes");
mkdirSync(folder);
writeFileSync(join(top, "outside.png"), PNG);
writeFileSync(join(folder, "é small.png"), PNG);
writeFileSync(join(folder, "large.png"), Buffer.concat([PNG, Buffer.alloc(16_384)]));
writeFileSync(join(folder, "cut.png"), PNG.subarray(0, 40));

function embed(html: string) {
  const root = parseHtml(html);
  const addresses = embedPictures(root, join(folder, "note.md"), folder);
  const { dataFile, dataPicture, width, height } = (root.children[0] as Element).properties;
  return { addresses, dataFile, isEmbedded: dataPicture !== undefined, size: [width, height] };
}

test.each([
  ["as it is", "", [4, 2]],
  ["with the width it was given", 'width="8"', [8, 4]],
  ["with the height it was given", 'height="8"', [16, 8]],
])("a small picture comes into the map, %s", (_, attributes, size) => {
  expect(embed(`<img src="%C3%A9%20small.png" ${attributes}>`)).toMatchObject({ isEmbedded: true, size });
});

test.each([
  "large.png",
  "none.png",
  "a%00.png",
  `${"x".repeat(300)}.png`,
  "../outside.png",
  "/outside.png",
  "https://example.org/small.png",
  "",
])("%j does not", (src) =>
  expect(embed(`<img src="${src}">`)).toMatchObject({ isEmbedded: false, size: [undefined, undefined] }),
);

test("of one that was cut off the reader is told", () => {
  expect(() => embed('<img src="cut.png">')).toThrow("the picture cut.png cannot be read");
});

test("what the page shows in a file's place is known by the file's address", () => {
  const shown = '<img src="/_astro/b.webp" data-file="é small.png">';
  const { addresses, dataFile, isEmbedded } = embed(`${shown}<img src="/c.svg" data-file="/c.svg"><img src="d.png">`);
  expect([...addresses]).toEqual([["é small.png", "/_astro/b.webp"]]);
  expect(dataFile).toBeUndefined();
  expect(isEmbedded).toBe(true);
});

test("a picture that has lost its address has no other", () => {
  expect([...embed('<img data-file="data:image/gif;base64,R0lG" alt="a">').addresses]).toEqual([]);
});
