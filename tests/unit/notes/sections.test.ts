import { expect, test } from "vitest";
import { parseHtml } from "../../../src/notes/html.ts";
import { readSections } from "../../../src/notes/sections.ts";

test.each([
  ["blanks between its words", "word ".repeat(500)],
  ["none", "字".repeat(2000)],
])("the preview of a long section is cut, with %s", (_, text) => {
  const sections = readSections(parseHtml(`<h2 id="long">Long</h2><p>${text}</p>`));
  const [title, lead = ""] = sections.long ?? [];
  expect(title).toBe("Long");
  expect(lead.length).toBeGreaterThan(50);
  expect(lead.length).toBeLessThan(400);
  expect(lead).toMatch(/ …$/);
});

test("a section may be called as what every object has", () => {
  const written = '<h2 id="__proto__">__proto__</h2><p>First.</p><h2 id="constructor">Constructor</h2><p>Next.</p>';
  const sections = structuredClone(readSections(parseHtml(written)));
  expect(JSON.parse(JSON.stringify(sections))).toEqual(
    JSON.parse('{"__proto__":["__proto__","First."],"constructor":["Constructor","Next."]}'),
  );
  expect(Object.hasOwn(sections, "__proto__")).toBe(true);
});

test("what stands in the text without being part of it leads no section", () => {
  const written =
    '<h2 id="boot">Boot</h2><section data-outline-ignore=""><h2 id="notes">Notes</h2><p>Aside.</p></section><p>First.</p>';
  expect(readSections(parseHtml(written))).toEqual({ boot: ["Boot", "First."] });
});

test("lines end between words, and pictures are their words; one alone leads no section", () => {
  const written = '<h2 id="a">Use x<br>now</h2><p><img alt="Logo"></p><p>Press<br><img alt="Stop">.</p>';
  expect(readSections(parseHtml(written))).toEqual({ a: ["Use x now", "Press Stop."] });
});
