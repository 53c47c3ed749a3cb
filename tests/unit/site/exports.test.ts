import { afterEach, expect, test, vi } from "vitest";
import type { Note } from "../../../src/site/notes.ts";

// It asks Astro for the collections, which there are none of here.
vi.mock(import("../../../src/site/notes.ts"), () => ({ getNotes: async () => [] }) as never);
const digest = { of: "one program" };
vi.mock(import("../../../src/site/program.ts"), () => ({ digestProgram: () => digest.of }) as never);
const fonts = { installed: ["noto-sans"] };
vi.mock(import("../../../src/exports/fonts.node.ts"), async (loadFonts) => {
  return { ...(await loadFonts()), listFontPackages: () => fonts.installed };
});
vi.mock(import("../../../src/exports/formats.ts"), () => {
  const plain = { extension: "plain" };
  const lettered = { extension: "lettered", hasLetters: true };
  const painted = { extension: "painted", hasLetters: true, isPainted: true };
  return { FORMATS: [plain, lettered, painted] } as never;
});

afterEach(() => vi.unstubAllEnvs());

async function load(pictures = "1") {
  vi.resetModules();
  vi.stubEnv("SITE", "https://example.org");
  vi.stubEnv("PICTURES", pictures);
  vi.stubEnv("DEV", false);
  return import("../../../src/site/exports.ts");
}

async function keyOf(changes: object) {
  const { paintedKey } = await load();
  const note = { id: "a", title: "A", url: "/notes/a/", front: {}, outline: { content: "A", children: [] } };
  return paintedKey({ ...note, ...changes } as unknown as Note).cacheKey;
}

test("painted files are made anew when their note changes, a program that only threads run, or what there is of fonts", async () => {
  const key = await keyOf({});
  expect(await keyOf({})).toBe(key);
  expect(await keyOf({ title: "B" })).not.toBe(key);
  // Its map grows to the left.
  expect(await keyOf({ front: { dir: "rtl" } })).not.toBe(key);
  fonts.installed = ["noto-sans", "noto-sans-hebrew"];
  const withFont = await keyOf({});
  expect(withFont).not.toBe(key);
  digest.of = "another";
  expect(await keyOf({})).not.toBe(withFont);
});

test.each([
  [{ lang: "he" }, "rtl"],
  [{ lang: "he", dir: "ltr" }, "ltr"],
  [{ lang: "de" }, undefined],
] as const)("files tell the direction of a note's script as its page does: %j", async (front, dir) => {
  const { exportContext } = await load();
  expect(exportContext({ id: "a", title: "A", url: "/notes/a/", front } as Note).dir).toBe(dir);
});

test.each([
  ["1", { SITE_FORMATS: "plain lettered painted", UNPAINTED: "plain lettered", ROUTED_FORMATS: "painted" }],
  ["0", { SITE_FORMATS: "plain", UNPAINTED: "plain", ROUTED_FORMATS: "" }],
])("what a build makes, and how, each format says of itself: PICTURES=%s", async (pictures, expected) => {
  const { SITE_FORMATS, UNPAINTED, ROUTED_FORMATS } = await load(pictures);
  const lists = Object.entries({ SITE_FORMATS, UNPAINTED, ROUTED_FORMATS });
  const made = lists.map(([name, formats]) => [name, formats.map(({ extension }) => extension).join(" ")]);
  expect(Object.fromEntries(made)).toEqual(expected);
});
