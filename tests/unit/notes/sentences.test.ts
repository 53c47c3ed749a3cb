import { expect, test } from "vitest";
import { parseHtml } from "../../../src/notes/html.ts";
import { createLinkIndex, resolveLinks } from "../../../src/notes/links.ts";

const PCR = { id: "pcr", title: "PCR", path: "pcr.md", url: "/notes/pcr/" };

/** The words around each link of a paragraph. */
const quote = (written: string) =>
  resolveLinks(parseHtml(`<p>${written}</p>`), PCR, createLinkIndex([PCR])).map(({ sentence }) => sentence);

test.each([
  [
    "in the midst of others",
    `${"so on, ".repeat(90)}[[pcr]], ${"and so on ".repeat(90)}`,
    /^… .*on, PCR, and .*(?:and|so|on) …$/,
  ],
  ["at its begin", `[[pcr]] ${"and more ".repeat(90)}`, /^PCR and more .* (?:and|more) …$/],
  ["at its end", `${"more and ".repeat(90)}[[pcr]]`, /^… (?:and|more) .* and PCR$/],
  ["without blanks", `${"字".repeat(400)}[[pcr]]${"𠀀".repeat(400)}`, /^… 字+PCR𠀀+ …$/u],
  ["longer still itself", `[[pcr|${"on and ".repeat(90)}]]`, /^on and .*(?:on|and) …$/],
])("of a very long sentence a backlink quotes what is around the link: %s", (_, written, expected) => {
  const [sentence = ""] = quote(written);
  expect(sentence).toMatch(expected);
  expect(sentence.length).toBeGreaterThan(200);
  expect(sentence.length).toBeLessThan(250);
});

test("an index of hundreds of links gives each no more than a glance", () => {
  const sentences = quote("[[pcr]], ".repeat(300));
  expect(sentences).toHaveLength(300);
  expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThan(250);
  expect(sentences[150]).toMatch(/^… (?:PCR, )+PCR, …$/);
});

test.each(["p", "li", "dt", "dd", "blockquote", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"])(
  "of words in a %s a backlink quotes the sentence, and nothing around that",
  (tag) => {
    const block = `<${tag}>First. See <b>[[pcr]]</b>. Last.</${tag}>`;
    const html = /^t[dh]$/.test(tag) ? `<table><tr>${block}</tr></table>` : block;
    const [link] = resolveLinks(parseHtml(`<div>Before ${html}</div>`), PCR, createLinkIndex([PCR]));
    expect(link?.sentence).toBe("See PCR.");
  },
);
