import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { findFonts } from "../../../src/exports/fonts.node.ts";
import type { ExportContext } from "../../../src/exports/format.ts";
import { writingOf } from "../../../src/exports/label.ts";
import { toPdf } from "../../../src/exports/pdf-document.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { createMap, layoutWhole } from "../../../src/site/maps.ts";

const context: ExportContext = { id: "note", title: "A note", description: "One.", lang: "en" };

let count = 0;
const node = (content: string, children: OutlineNode[] = []): OutlineNode => ({
  content,
  children,
  payload: { id: `n${count++}`, tag: "li" },
});

/** A PDF's bytes as letters; only what is drawn, and fonts, are packed. */
async function write(children: OutlineNode[], more: Partial<ExportContext> = {}): Promise<string> {
  const map = createMap(node("Root", children), {});
  const file = { ...map, layout: layoutWhole(map), theme: "light" as const };
  const bytes = await toPdf(file, { ...context, ...more }, findFonts(writingOf(file), context));
  return Buffer.from(bytes).toString("latin1");
}

/** What is drawn on the page, as operators of PDF. */
function drawn(pdf: string): string {
  const [, place = ""] = /\/Contents (\d+) 0 R/.exec(pdf) ?? [];
  const [, packed = ""] = new RegExp(`\n${place} 0 obj.*?stream\n(.*?)\nendstream`, "s").exec(pdf) ?? [];
  return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
}

it("sets code in a monospaced font that it brings", async () => {
  const fonts = (pdf: string) => new Set(Array.from(pdf.matchAll(/\/BaseFont \/\w+\+(\S+)/g), ([, name]) => name));
  expect(fonts(await write([node("words")]))).toEqual(new Set(["AtkinsonHyperlegibleNext-Regular"]));
  expect(fonts(await write([node("<code>code</code>")]))).toEqual(
    new Set(["AtkinsonHyperlegibleNext-Regular", "NotoSansMono-Regular"]),
  );
});

it.each([
  [{}, undefined, undefined],
  [{ published: "2013/2016" }, "20130101000000Z", undefined],
  [{ reviewed: "2026-11-25" }, undefined, "20261125000000Z"],
  [{ published: "2015-03", reviewed: "2026-11-25" }, "20150301000000Z", "20261125000000Z"],
])("has the dates of its note and no others: %j", async (dates, created, changed) => {
  const pdf = await write([], dates);
  const dateOf = (key: string) => {
    const [, place = ""] = new RegExp(`/${key} (\\d+) 0 R`).exec(pdf) ?? [];
    return new RegExp(`\n${place} 0 obj\\s+\\(D:(\\w+)\\)`).exec(pdf)?.[1];
  };
  expect([dateOf("CreationDate"), dateOf("ModDate")]).toEqual([created, changed]);
  expect(await write([], dates)).toBe(pdf);
});

it("names letters that are drawn in another order, are boxes, or have others in their place, by what was written", async () => {
  const operators = drawn(await write([node("किताब"), node("日"), node("plain, שלום"), node("2⁶⁴"), node("2⅓")]));
  const names = operators.matchAll(/\/Span <<\s*\/MCID \d+\s*\/ActualText \((.*?)\)\s*>> BDC\nBT/gs);
  const read = Array.from(names, ([, written = ""]) => {
    const text = written.replace(/\\(.)/gs, (_, sign) => (sign === "t" ? "\t" : sign));
    return Buffer.from(text, "latin1").subarray(2).swap16().toString("utf16le");
  });
  // What several stretches stand for is said once, and of the others no letter.
  expect(read).toEqual(["किताब", "日", "⁶⁴", "⅓", "\u2060", "\u2060"]);
});

it("is tagged as a heading and nested lists, whose items are links where they lead somewhere", async () => {
  const pdf = await write([
    node("one", [node("two"), node("three")]),
    node('see <a href="https://x.example/">that</a>'),
  ]);
  const objects = new Map(
    Array.from(pdf.matchAll(/\n(\d+) 0 obj\n(.*?)\nendobj/gs), ([, place = "", text = ""]) => [place, text]),
  );
  const read = (place: string): unknown => {
    const text = objects.get(place) ?? "";
    const [, kids = ""] = /\/K \[(.*?)\]/s.exec(text) ?? [];
    // Places of other elements, apart from the numbers of words on the page and from annotations.
    const below = Array.from(kids.replace(/<<.*?>>/gs, "").matchAll(/(\d+) 0 R/g), ([, kid = ""]) => read(kid));
    return [/\/S \/(\w+)/.exec(text)?.[1], ...below];
  };
  const [, top = ""] = /\/Type \/StructTreeRoot.*?\/K \[(\d+) 0 R\]/s.exec(pdf) ?? [];
  const leaf = ["LI", ["LBody"]];
  expect(read(top)).toEqual([
    "Document",
    ["H1"],
    ["L", ["LI", ["LBody", ["L", leaf, leaf]]], ["LI", ["LBody", ["Link"]]]],
  ]);
  expect(pdf).toMatch(/\/MarkInfo \d+ 0 R/);
  // What is drawn without words is none of the document's.
  const unmarked = drawn(pdf).replace(/\/\w+ (?:<<.*?>> BDC|BMC).*?EMC/gs, "");
  expect(unmarked).not.toMatch(/^(?:BT|f|S|B)$/m);
});
