import { describe, expect, test } from "vitest";
import { addAnchors } from "../../../src/notes/anchors.ts";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { createLinkIndex, placeLinks, resolveLinks } from "../../../src/notes/links.ts";

const TPM = { id: "tpm", title: "TPM", path: "tpm.md", url: "/notes/tpm/" };
const PCR = { id: "pcr", title: "PCR", path: "pcr.md", url: "/notes/pcr/" };

/** Where the links of a note stand, and which anchors it has. */
function place(html: string) {
  const root = parseHtml(html);
  const found = resolveLinks(root, TPM, createLinkIndex([TPM, PCR]));
  addAnchors(root);
  return { links: placeLinks(found), html: serializeHtml(root) };
}

test.each([
  ["an item", "<h2>Boot</h2><ul><li>See [[pcr]] for more</li></ul>", "boot--see-pcr-for-more"],
  ["a paragraph, by the heading above it", "<h2>Boot</h2><p>One.</p><p>See [[pcr]].</p><h2>Keys</h2>", "boot"],
  ["a heading", "<h2>Boot</h2><h3>About [[pcr]]</h3>", "about-pcr"],
  ["words before the first heading", "<p>See [[pcr]].</p><h2>Boot</h2>", ""],
])("a link is placed in %s, at an anchor that the page has", (_, written, anchor) => {
  const { links, html } = place(written);
  expect(links.map(({ from }) => from)).toEqual([anchor]);
  if (anchor) expect(html).toContain(`id="${anchor}"`);
});

test("a link to a file is placed too, and brings its sentence", () => {
  const { links } = place('<h2>Boot</h2><p>First. Then <a href="pcr.md#banks">banks</a> and [[pcr]]. Last.</p>');
  expect(links.map(({ from, sentence }) => [from, sentence])).toEqual([
    ["boot", "Then banks and PCR."],
    ["boot", "Then banks and PCR."],
  ]);
});

describe("a backlink quotes the sentence in which the link stands:", () => {
  test.each([
    ["not the first with the same words", "<p>PCR is short. See [[pcr]].</p>", ["See PCR."]],
    ["each of two by its own", "<p>One is [[pcr]]. Two is [[pcr]].</p>", ["One is PCR.", "Two is PCR."]],
    ["a link in other words", "<p>First. <b>See [[pcr|the\n  banks]]</b> now. Last.</p>", ["See the banks now."]],
    ["a link of two sentences", "<p>First. [[pcr|Ask whom? The chip]] knows. Last.</p>", ["Ask whom? The chip knows."]],
    ["a line's end in the source is no sentence's", "<p>First. See\n  [[pcr]]\nnow. Last.</p>", ["See PCR now."]],
    ["an item's without the list below it", "<ul><li>See [[pcr]]<ul><li>Below.</li></ul></li></ul>", ["See PCR"]],
    ["the number of a footnote left out", "<p>See [[pcr]]<a data-footnote-ref>1</a>.</p>", ["See PCR."]],
    ["a link that leads nowhere", "<p>First. See [[nowhere]]. Last.</p>", ["See nowhere."]],
  ])("%s", (_, html, sentences) => expect(place(html).links.map(({ sentence }) => sentence)).toEqual(sentences));

  test("thousands of links in one block are quoted at once", () => {
    const { links } = place(`<p>${"See [[pcr]] there. ".repeat(5000)}</p>`);
    expect(links.at(-1)?.sentence).toBe("See PCR there.");
    expect(links).toHaveLength(5000);
  });
});

const FILES = ["Sub Folder/Über uns.md", "sub/C Note.md", "b.md"].map((path) => {
  const id = path.replace(/\.md$/, "").toLowerCase().replaceAll(" ", "-");
  return { id, title: `Title of ${id}`, path, url: `/notes/${id}/` };
});

function hrefOf(link: string): string | undefined {
  const root = parseHtml(`<p>${link}</p>`);
  const [from] = FILES;
  if (from) resolveLinks(root, from, createLinkIndex(FILES));
  return /href="([^"]*)"/.exec(serializeHtml(root))?.[1];
}

test.each([
  ["[[Sub Folder/Über uns]]", "/notes/sub-folder/über-uns/"],
  ["[[sub/C Note.md]]", "/notes/sub/c-note/"],
  ["[[über-uns#Zweite Überschrift]]", "/notes/sub-folder/über-uns/#zweite-überschrift"],
  ["[[b.md#Head Ing|words]]", "/notes/b/#head-ing"],
  ["[[b#head--item]]", "/notes/b/#head--item"],
  ["[[nowhere/C Note]]", undefined],
  ['<a href="%zz.md#x">y</a>', "%zz.md#x"],
])("%s leads to its note", (link, href) => expect(hrefOf(link)).toBe(href));

const SITE = { base: "/maps", isRoute: (path: string) => /^\/(?:glossary\/.*)?$/.test(path) };
const BELOW = [TPM, PCR, { id: "sub/deep", title: "Deep", path: "sub/Deep.md" }].map((target) => ({
  ...target,
  url: `/maps/notes/${target.id}/`,
}));

test.each([
  ["/notes/tpm/", "/maps/notes/tpm/", "tpm"],
  ["/notes/tpm#keys", "/maps/notes/tpm/#keys", "tpm"],
  ["/maps/notes/tpm/", "/maps/notes/tpm/", "tpm"],
  ["/tpm", "/maps/notes/tpm/", "tpm"],
  ["/notes/tpm.md", "/maps/notes/tpm.md", "no link"],
  ["/notes/tpm/map.svg", "/maps/notes/tpm/map.svg", "no link"],
  ["/glossary/?x=1#y", "/maps/glossary/?x=1#y", "no link"],
  ["/", "/maps/", "no link"],
  ["/maps", "/maps/", "no link"],
  ["../pcr/", "/maps/notes/pcr/", "pcr"],
  ["../../pcr", "/maps/notes/pcr/", "pcr"],
  ["Deep", "/maps/notes/sub/deep/", "sub/deep"],
  ["paper.pdf", "paper.pdf", "no link"],
  ["//example.org/notes/tpm/", "//example.org/notes/tpm/", "no link"],
  ["#keys", "#keys", "no link"],
  ["/notes/nowhere/", "/notes/nowhere/", undefined],
  ["/notes/nowhere/map.svg", "/notes/nowhere/map.svg", undefined],
  ["../tmp/", "../tmp/", undefined],
  ["hardware/tmp", "hardware/tmp", undefined],
])("the address %s leads to %s", (written, href, to) => {
  const root = parseHtml(`<p><a href="${written}">x</a></p>`);
  const from = BELOW[2] as (typeof BELOW)[number];
  const [link] = resolveLinks(root, from, createLinkIndex(BELOW, SITE));
  expect(/href="([^"]*)"/.exec(serializeHtml(root))?.[1]).toBe(href);
  expect(link ? link.to : "no link").toBe(to);
});
