import { expect, test } from "vitest";
import { preparePage } from "../../../src/search/prepare.ts";
import { type FragmentAnchor, listRegions } from "../../../src/search/regions.ts";

const ANCHORED = /<([a-z][a-z0-9]*)\b[^>]*?\sid="([^"]+)"[^>]*>([^<]*)/g;

/** The places of a page, each with what it stands in: the page is prepared, and its anchors are read as Pagefind does. */
function listPlaces(html: string) {
  const prepared = preparePage(html);
  const count = (text: string) =>
    text
      .replace(/<[^>]*>/g, " ")
      .split(/\s+/)
      .filter(Boolean).length;
  const anchors = [...prepared.matchAll(ANCHORED)].map(
    ({ index, 1: element = "", 2: id = "", 3: text = "" }): FragmentAnchor => ({
      element,
      id,
      text: text.trim(),
      location: count(prepared.slice(0, index)),
    }),
  );
  const content = prepared
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const fragment = { url: "/", content, meta: {}, filters: {}, anchors, weighted_locations: [] };
  return listRegions(fragment, count(prepared)).map(({ id, start, end, trail }) => ({
    id,
    text: content.split(" ").slice(start, end).join(" "),
    trail: trail.map((step) => step.text),
  }));
}

test("an item is told with the item it stands in, a cell with the first of its row", () => {
  const places = listPlaces(
    '<h2 id="archive">Archive</h2><ul><li id="row">Reading a row<ul><li id="days">117 days</li></ul></li><li id="next">Next</li></ul>' +
      '<table><tr id="tr"><th id="pcr">PCR 7</th><td id="state">Secure Boot state</td></tr>' +
      '<tr id="tr8"><th id="pcr8">PCR 8</th><td id="state8">The command line</td></tr></table>',
  );
  expect(places.find(({ id }) => id === "days")?.trail).toEqual(["Archive", "Reading a row"]);
  expect(places.find(({ id }) => id === "next")?.trail).toEqual(["Archive"]);
  expect(places.find(({ id }) => id === "pcr")?.trail).toEqual(["Archive"]);
  expect(places.find(({ id }) => id === "state")?.trail).toEqual(["Archive", "PCR 7"]);
  expect(places.find(({ id }) => id === "pcr8")?.trail).toEqual(["Archive"]);
  expect(places.find(({ id }) => id === "state8")?.trail).toEqual(["Archive", "PCR 8"]);
});

test("one meaning of a term does not stand in another, nor does what a figure shows", () => {
  const places = listPlaces('<dl><dt id="t">TPM</dt><dd id="chip">A chip</dd><dd id="device">A device</dd></dl>');
  expect(places.map(({ id, trail }) => `${id} < ${trail.join("/")}`)).toEqual(["t < TPM", "chip < ", "device < "]);
});

test.each([
  ["one two three four five six seven eight", "one two three four five six seven eight"],
  ["one two three four five six seven eight nine", "one two three four five six seven eight …"],
])("of the item “%s” as much is told as is read at a glance", (words, told) => {
  const places = listPlaces(`<ul><li id="outer">${words}<ul><li id="inner">Inner</li></ul></li></ul>`);
  expect(places.find(({ id }) => id === "inner")?.trail).toEqual([told]);
});

test("the text after a list, a figure or code belongs to what these stand in", () => {
  const places = listPlaces(
    '<h2 id="keys">Keys</h2><pre id="code">seal</pre><p>After code.</p>' +
      '<ul><li id="outer">Outer<ul><li id="inner">Inner</li></ul>after inner</li></ul><p>After list.</p>',
  );
  const at = (text: string) => places.find((place) => place.text === text)?.id;
  expect(at("After code.")).toBe("keys");
  expect(at("after inner")).toBe("outer");
  expect(at("After list.")).toBe("keys");
});
