import { expect, test } from "vitest";
import { findPlaces, readPage } from "../../../src/search/places.ts";
import { SOURCES_ANCHOR } from "../../../src/search/prepare.ts";
import { parseQuery } from "../../../src/search/query.ts";

type Part = readonly [element: string, head: string, text: string];

/** The places of a page that answer, the best first. A place is called by its number, and the sources by their own name. */
function search(query: string, parts: readonly Part[]) {
  let location = 0;
  const anchors = parts.map(([element, text, rest], at) => {
    const anchor = { element, text, location, id: text === "Sources" ? SOURCES_ANCHOR : String(at + 1) };
    location += `${text} ${rest}`.trim().split(" ").length;
    return anchor;
  });
  const content = parts.map(([, head, text]) => `${head} ${text}`.trim()).join(" ");
  const fragment = { url: "/", content, meta: { title: "Page" }, filters: {}, anchors, weighted_locations: [] };
  const page = readPage(fragment);
  return findPlaces(page, [...page.words.keys()], parseQuery(query)).places;
}

const rank = (query: string, parts: readonly Part[]) => search(query, parts).map(({ anchor }) => anchor);

test("a term and headings say most of where the word is spoken of, then items, text and sources", () => {
  const order = rank("boot", [
    ["h2", "Sources", "boot"],
    ["h2", "Other", "boot"],
    ["li", "boot", "x"],
    ["h4", "Boot y", "x"],
    ["h3", "Boot y", "x"],
    ["h2", "Boot y", "x"],
    ["dt", "Boot y", "x"],
  ]);
  expect(order).toEqual(["7", "6", "5", "4", "3", "2", SOURCES_ANCHOR]);
});

test.each<[string, string, Part, Part]>([
  [
    "all words, over one of them in a heading",
    "secure boot",
    ["h2", "Boot", "boot"],
    ["h2", "Other", "boot x y secure"],
  ],
  ["words side by side", "secure boot", ["li", "secure x y boot", ""], ["li", "secure boot x", ""]],
  ["words with one between", "secure boot", ["li", "secure x y boot", ""], ["li", "secure x boot", ""]],
  ["words in their order", "secure boot", ["li", "boot secure", ""], ["li", "secure boot", ""]],
  ["a heading that says nothing else", "boot", ["h2", "Boot of many things", "x"], ["h2", "Boot", "x"]],
  ["a deep heading that says nothing else, over a term that does", "boot", ["dt", "Boot y", "x"], ["h5", "Boot", "x"]],
  ["a heading whose text answers too", "boot", ["h2", "Boot", "x"], ["h2", "Boot", "boot x"]],
  ["an item, over a text that says it often", "boot", ["h2", "Other", "boot boot boot"], ["li", "boot", ""]],
  ["the word itself", "boot", ["li", "booting", ""], ["li", "boot", ""]],
  ["the word, over a longer one", "boot", ["li", "bootstrap", ""], ["li", "boots", ""]],
])("of two places the better has %s", (_, query, worse, better) => {
  expect(rank(query, [worse, better])).toEqual(["2", "1"]);
});

test("the heading of the sources says nothing of them", () => {
  expect(rank("sources", [["h2", "Sources", "x"]])).toEqual([]);
  expect(rank("sources", [["h2", "Sources", "sources"]])).toEqual([SOURCES_ANCHOR]);
});

test("what stands above a place answers with it", () => {
  const parts: Part[] = [
    ["h2", "Other", ""],
    ["li", "boot", ""],
    ["h2", "Secure", ""],
    ["li", "boot", ""],
  ];
  const places = search("secure boot", parts);
  expect(places.map(({ anchor }) => anchor)).toEqual(["4", "3", "2"]);
  expect(places.map(({ coverage }) => coverage)).toEqual([1, 0.5, 0.5]);
  // The title of the page stands above all of it; of what must stand together a part is nothing.
  expect(search("page boot", parts).map(({ coverage }) => coverage)).toEqual([1, 1]);
  expect(search('"secure lock" boot', parts).map(({ coverage }) => coverage)).toEqual([0.5, 0.5]);
});
