import { describe, expect, test } from "vitest";
import { END_ANCHOR, SOURCES_ANCHOR, START_ANCHOR } from "../../../src/search/prepare.ts";
import { type FragmentAnchor, listRegions } from "../../../src/search/regions.ts";

const anchor = (element: string, id: string, location: number, text = ""): FragmentAnchor => ({
  element,
  id,
  location,
  text,
});

/** The regions of a page, each as "kind id words [own words] trail". */
function regionsOf(content: string, title: string, anchors: FragmentAnchor[]): string[] {
  const words = content.split(" ");
  const fragment = { url: "/", content, meta: { title }, filters: {}, anchors, weighted_locations: [] };
  return listRegions(fragment, words.length).map(({ kind, id, start, end, headEnd, trail }) => {
    const own = words.slice(start, headEnd).join(" ");
    const rest = words.slice(headEnd, end).join(" ");
    return `${kind} #${id} [${own}] ${rest} < ${trail.map(({ text }) => text).join("/")}`;
  });
}

describe("a reader is led to the nearest place that has the words:", () => {
  test.each([
    ["a page without anchors", "Boot x y", "Boot", [], ["title # [Boot] x y < "]],
    ["a page that does not begin with its title", "x y", "Boot", [], ["title # [] x y < "]],
    ["a title with an anchor", "Boot x", "Boot", [anchor("h1", "boot", 0, "Boot")], ["title #boot [Boot] x < "]],
    [
      "headings, each below those of a higher level only",
      "T A a B b C c D d",
      "T",
      [anchor("h2", "a", 1, "A"), anchor("h3", "b", 3, "B"), anchor("h3", "c", 5, "C"), anchor("h2", "d", 7, "D")],
      [
        "title # [T]  < ",
        "heading #a [A] a < A",
        "heading #b [B] b < A/B",
        "heading #c [C] c < A/C",
        "heading #d [D] d < D",
      ],
    ],
    [
      "a second h1, which is a heading",
      "T A a B b",
      "T",
      [anchor("h1", "a", 1, "A"), anchor("h2", "b", 3, "B")],
      ["title # [T]  < ", "heading #a [A] a < A", "heading #b [B] b < A/B"],
    ],
    [
      "items below their heading, in the order of the page",
      "T A x y",
      "T",
      [anchor("li", "y", 3), anchor("li", "x", 2), anchor("h2", "a", 1, "A")],
      ["title # [T]  < ", "heading #a [A]  < A", "item #x [] x < A", "item #y [] y < A"],
    ],
    [
      "a cell, which is nearer than the row that it begins",
      "T x y",
      "T",
      [anchor("tr", "row", 1), anchor("td", "cell", 1), anchor("td", "next", 2)],
      ["title # [T]  < ", "item #cell [] x < ", "item #next [] y < "],
    ],
    [
      "a term with what it means",
      "T A PCR a register",
      "T",
      [anchor("h2", "a", 1, "A"), anchor("dt", "pcr", 2, "PCR")],
      ["title # [T]  < ", "heading #a [A]  < A", "term #pcr [PCR] a register < A/PCR"],
    ],
    [
      "what follows a list, which is its section's",
      "T A x after",
      "T",
      [anchor("h2", "a", 1, "A"), anchor("li", "x", 2), anchor("span", END_ANCHOR, 3)],
      ["title # [T]  < ", "heading #a [A]  < A", "item #x [] x < A", "heading #a [] after < A"],
    ],
    [
      "what follows a list in an item, which is the item's",
      "T x y after",
      "T",
      [
        anchor("span", START_ANCHOR, 1),
        anchor("li", "x", 1),
        anchor("span", START_ANCHOR, 2),
        anchor("li", "y", 2),
        anchor("span", END_ANCHOR, 3),
      ],
      ["title # [T]  < ", "item #x [] x < ", "item #y [] y < ", "item #x [] after < "],
    ],
    [
      "what follows a list before the first heading, which is the page's",
      "T x after",
      "T",
      [anchor("li", "x", 1), anchor("span", END_ANCHOR, 2)],
      ["title # [T]  < ", "item #x [] x < ", "heading # [] after < "],
    ],
    [
      "the sources, which are none of the text",
      "T A Sources x",
      "T",
      [anchor("h2", "a", 1, "A"), anchor("h2", SOURCES_ANCHOR, 2, "Sources")],
      ["title # [T]  < ", "heading #a [A]  < A", "source #_sources [Sources] x < Sources"],
    ],
    ["no other anchors", "T x y", "T", [anchor("p", "p", 1), anchor("span", "s", 2)], ["title # [T] x y < "]],
  ])("%s", (_, content, title, anchors, regions) => {
    expect(regionsOf(content, title, anchors)).toEqual(regions);
  });
});

test.each(["li", "tr", "td", "th", "dd", "pre", "figure", "img"])("a %s is a place of its own", (element) => {
  expect(regionsOf("T x", "T", [anchor(element, "a", 1)])).toEqual(["title # [T]  < ", "item #a [] x < "]);
});

test("a heading's level is its own, an item's that of the heading it stands under", () => {
  const anchors = [anchor("h3", "a", 1, "A"), anchor("li", "x", 2), anchor("dt", "y", 3, "Y")];
  const fragment = { url: "/", content: "T A x Y", meta: { title: "T" }, filters: {}, anchors, weighted_locations: [] };
  expect(listRegions(fragment, 4).map(({ level }) => level)).toEqual([1, 3, 3, 3]);
});
