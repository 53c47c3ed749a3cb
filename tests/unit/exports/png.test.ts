import { expect, it } from "vitest";
import { crc32 } from "node:zlib";
import type { ExportContext } from "../../../src/exports/format.ts";
import { NODE } from "../../../src/exports/platform.node.ts";
import { png } from "../../../src/exports/png.ts";
import { createMap, layoutWhole } from "../../../src/site/maps.ts";

const map = createMap({ content: "Root", children: [], payload: { id: "_top", tag: "h1" } }, {});
const file = { ...map, layout: layoutWhole(map), theme: "light" as const };
const context: ExportContext = { id: "note", title: "Ein Überblick – 概要", description: "One.", lang: "en" };

/** Kinds of a PNG's chunks, and what each holds, if its checksum is right. */
function readChunks(bytes: Buffer): [kind: string, body: string][] {
  const chunks: [string, string][] = [];
  for (let at = 8; at < bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    expect(bytes.readUInt32BE(end)).toBe(crc32(bytes.subarray(at + 4, end)));
    chunks.push([bytes.toString("latin1", at + 4, at + 8), bytes.toString("utf8", at + 8, end)]);
    at = end + 4;
  }
  return chunks;
}

it("says what it is a picture of, whose work that is and where it comes from", async () => {
  const read = async (more: Partial<ExportContext>) =>
    readChunks(Buffer.from(await png.write(file, { ...context, ...more }, NODE)));
  const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };
  const chunks = await read({ author: "A. N. Author", licence, url: "https://example.org/note/" });
  const texts = chunks.filter(([kind]) => kind === "iTXt").map(([, body]) => body.split("\0\0\0\0\0"));
  expect(texts).toEqual([
    ["Title", context.title],
    ["Author", "A. N. Author"],
    ["Description", "One."],
    ["Copyright", `CC BY 4.0 (${licence.url})`],
    ["Source", "https://example.org/note/"],
  ]);
  expect(chunks[0]?.[0]).toBe("IHDR");
  expect(chunks.at(-1)?.[0]).toBe("IEND");
  // The format ends a keyword with such a sign, and allows none behind it.
  const [title] = (await read({ title: "Over\0view" })).filter(([kind]) => kind === "iTXt");
  expect(title?.[1]).toBe("Title\0\0\0\0\0Overview");
  expect((await read({})).filter(([kind]) => kind === "iTXt")).toHaveLength(2);
});
