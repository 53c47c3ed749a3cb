import { expect, test, vi } from "vitest";
import type { Note } from "../../../src/site/notes.ts";

// It asks Astro for the collections, which there are none of here.
vi.mock(import("../../../src/site/notes.ts"), () => ({ getNotes: async () => [] }) as never);
const digest = { of: "one program" };
vi.mock(import("../../../src/site/program.ts"), () => ({ digestProgram: () => digest.of }) as never);

const note = { id: "a", title: "A", url: "/notes/a/", front: {}, outline: { content: "A", children: [] } };

async function keyOf(changes: object, extension?: string) {
  vi.resetModules();
  vi.stubEnv("SITE", "https://example.org");
  const { paintedKey } = await import("../../../src/site/exports.ts");
  return paintedKey({ ...note, ...changes } as unknown as Note, extension).cacheKey;
}

test("painted files are made anew when their note changes, or a program that only threads run", async () => {
  const key = await keyOf({});
  expect(await keyOf({})).toBe(key);
  expect(await keyOf({ title: "B" })).not.toBe(key);
  digest.of = "another";
  expect(await keyOf({})).not.toBe(key);
});

test("files that are quickly made have no key", async () => {
  expect(await keyOf({}, "pdf")).toBeDefined();
  expect(await keyOf({}, "svg")).toBeUndefined();
});
