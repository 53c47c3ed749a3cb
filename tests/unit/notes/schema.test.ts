import { expect, test } from "vitest";
import { parse } from "yaml";
import { directionOf } from "../../../src/notes/direction.ts";
import { fieldsAt, ruleAt } from "../../../src/notes/rules.ts";
import { foreignFrontMatter, frontMatter } from "../../../src/notes/schema.ts";
import { keepReadable } from "../../../src/notes/unreadable.ts";

test("complete front matter is read, with dates as they were written", () => {
  const written = {
    title: 2015,
    description: " What it tells. ",
    tags: ["incident-response", "ai"],
    published: 2015,
    reviewed: new Date("2026-11-23"),
    order: 1,
    lang: "pt-BR",
    dir: "auto",
    draft: false,
    sources: [
      { title: "RFC 9334", publisher: "IETF", identifier: "RFC 9334", year: 2023, url: "https://example.org/" },
    ],
    markmap: { color: "teal", colorFreezeLevel: 2, initialExpandLevel: -1, maxWidth: 0, lineWidth: [3, 2], pan: true },
  };
  expect(frontMatter.parse(written)).toEqual({
    ...written,
    title: "2015",
    description: "What it tells.",
    published: "2015",
    reviewed: "2026-11-23",
    markmap: { ...written.markmap, color: "#008080" },
  });
});

test("colours become those that every program reads", () => {
  const read = (color: unknown) => frontMatter.safeParse({ markmap: { color } });
  expect(read(["#aBc", "Teal", "#2F6FAB"]).data?.markmap?.color).toEqual(["#aabbcc", "#008080", "#2f6fab"]);
  for (const wrong of ["tael", "transparent", "#12", "rgb(1, 2, 3)"]) expect(read(wrong).success, wrong).toBe(false);
});

test("widths of lines are those that markmap takes", () => {
  const isRight = (lineWidth: unknown) => frontMatter.safeParse({ markmap: { lineWidth } }).success;
  for (const right of [2, [2], [1, 2], [2, 0, 1]]) expect(isRight(right), String(right)).toBe(true);
  for (const wrong of [0, [], [0, 1, 1], [1, -1, 1], [1, 1, 0], [4, 3, 2, 1]])
    expect(isRight(wrong), String(wrong)).toBe(false);
});

test("other people's fields are theirs, and empty ones are not there", () => {
  expect(foreignFrontMatter.parse({ title: null, layout: "post", order: 2 })).toEqual({ order: 2 });
});

test.each(["__proto__", "constructor", "toString"])(
  "a field called %s, as what objects have, is one of other people's",
  (name) => {
    const fields = JSON.parse(`{ "${name}": "x", "title": "A" }`) as Record<string, unknown>;
    expect(foreignFrontMatter.parse(fields)).toEqual({ title: "A" });
    expect(keepReadable(fields)).toEqual({ title: "A" });
  },
);

test("other people's notes may have one alias without a list, or an empty one", () => {
  const aliasesOf = (aliases: unknown) => foreignFrontMatter.parse({ aliases });
  expect(aliasesOf("TPM chip")).toEqual({ aliases: ["TPM chip"] });
  expect(aliasesOf(["a", null, 2])).toEqual({ aliases: ["a", "2"] });
  expect(aliasesOf(null)).toEqual({});
  expect(aliasesOf({ a: 1 })).toEqual({});
});

test.each([
  [
    ["MOC", "area/security", "Cloud Native", 2024],
    ["moc", "area-security", "cloud-native", "2024"],
  ],
  [
    ["C", "C++", "C#", "#c"],
    ["c", "cpp", "csharp"],
  ],
  ["daily", ["daily"]],
  [["u\u0308ber"], ["\u00fcber"]],
  [["Cloud Native", null, ""], ["cloud-native"]],
  ["one, Two #three", ["one", "two", "three"]],
])("other people's tags %j are ours as %j", (tags, ours) => {
  expect(foreignFrontMatter.parse({ tags })).toEqual({ tags: ours });
});

test("of other people's fields those that do not fit are left out, but for the one that keeps a note unpublished", () => {
  const fields = { published: true, sources: ["https://example.org"], order: "first", lang: "English", title: "A" };
  expect(foreignFrontMatter.parse(fields)).toEqual({ title: "A" });
  expect(foreignFrontMatter.safeParse({ draft: "yes" }).success).toBe(false);
});

test.each([
  [{ Draft: true }],
  [{ drafts: "yes" }],
  [{ publish: false }],
  [{ published: "no" }],
  [{ draft: false, publish: false }],
])("other people's notes that say in another way that they are drafts are such: %j", (fields) => {
  expect(foreignFrontMatter.parse(fields)).toEqual({ draft: true });
});

test.each([[{ publish: true }], [{ published: true }], [{ Draft: false }], [{ drafts: null }], [{ craft: true }]])(
  "what looks alike makes no draft: %j",
  (fields) => {
    expect(foreignFrontMatter.parse(fields)).toEqual({});
  },
);

test("a tag has an end, since it is the name of a folder", () => {
  expect(foreignFrontMatter.parse({ tags: ["a".repeat(60), "b".repeat(61)] })).toEqual({ tags: ["a".repeat(60)] });
});

test("options of a map have bounds, without which it cannot be drawn", () => {
  for (const name of ["maxWidth", "paddingX", "maxInitialScale", "duration"]) {
    for (const value of [1e308, Number.POSITIVE_INFINITY, 10_001]) {
      expect(foreignFrontMatter.parse({ markmap: { [name]: value } }), name).toEqual({});
    }
  }
});

test("of a group or a list of other people's that alone is left out which does not fit", () => {
  const fitting = (fields: unknown) => foreignFrontMatter.parse(fields);
  expect(fitting({ markmap: { maxWidth: 100, embedAssets: true, toc: 1, duration: -1 } })).toEqual({
    markmap: { maxWidth: 100 },
  });
  const sources = [{ url: "https://e.org" }, { title: "A", url: "e.org", note: 1 }, { title: "B" }, "C"];
  expect(fitting({ sources })).toEqual({ sources: [{ title: "A" }, { title: "B" }] });
  expect(sources).toHaveLength(4);
  expect(fitting({ markmap: { embedAssets: true }, sources: [1], aliases: ["a", { b: 1 }] })).toEqual({
    aliases: ["a"],
  });
});

test("each field has words for an author who got it wrong", () => {
  const wordless = (path: (string | number)[]): string[] =>
    fieldsAt(frontMatter, path).flatMap((name) => {
      const inner = [...path, name];
      const speechless = ruleAt(frontMatter, inner) === ruleAt(frontMatter, path);
      return [...(speechless ? [inner.join(".")] : []), ...wordless(inner), ...wordless([...inner, 0])];
    });
  expect(wordless([])).toEqual([]);
  expect(fieldsAt(frontMatter, ["sources", 0])).toContain("publisher");
});

test("what an author is advised to write is right", () => {
  const advice = (path: string[]) =>
    fieldsAt(frontMatter, path).flatMap((name) => {
      const example = ruleAt(frontMatter, [...path, name])?.example ?? "";
      return typeof example === "function" ? example(undefined) : example;
    });
  for (const yaml of advice([])) expect(frontMatter.safeParse(parse(yaml)).error, yaml).toBeUndefined();
  for (const yaml of advice(["markmap"])) {
    expect(frontMatter.safeParse({ markmap: parse(yaml) ?? {} }).error, yaml).toBeUndefined();
  }
});

test.each([
  ["ar", undefined, "rtl"],
  ["az-Arab", undefined, "rtl"],
  ["ar", "ltr", "ltr"],
  ["de", undefined, undefined],
  [undefined, "auto", "auto"],
] as const)("the language %s with the direction %s is written %s", (lang, dir, direction) => {
  expect(directionOf({ lang, dir })).toBe(direction);
});

test("a language tag that is none is refused", () => {
  expect(frontMatter.safeParse({ lang: "en-abcd-efgh" }).success).toBe(false);
});
