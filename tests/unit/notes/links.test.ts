import { describe, expect, test } from "vitest";
import { addAnchors } from "../../../src/notes/anchors.ts";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { createLinkIndex, placeLinks, resolveLinks } from "../../../src/notes/links.ts";

const TPM = { id: "tpm", title: "TPM", path: "tpm.md", url: "/notes/tpm/" };
const PCR = { id: "pcr", title: "PCR", aliases: ["the registers"], path: "pcr.md", url: "/notes/pcr/" };

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

test("a link to a file is found from a folder whose name has a sign of percent", () => {
  const [here, there] = [TPM, PCR].map((note) => ({ ...note, path: `100% safe/${note.path}` })) as [
    typeof TPM,
    typeof PCR,
  ];
  const root = parseHtml('<a href="pcr.md">x</a>');
  expect(resolveLinks(root, here, createLinkIndex([here, there])).map(({ to }) => to)).toEqual(["pcr"]);
});

test("a link to a file is placed too, and brings its sentence", () => {
  const { links } = place('<h2>Boot</h2><p>First. Then <a href="pcr.md#banks">banks</a> and [[pcr]]. Last.</p>');
  expect(links.map(({ from, sentence }) => [from, sentence])).toEqual([
    ["boot", "Then banks and PCR."],
    ["boot", "Then banks and PCR."],
  ]);
});

test("a link to a note keeps the view or the words to mark that its address names", () => {
  const { html, links } = place(
    '<p><a href="pcr.md?map=_x_0.0.500_#banks">banks</a> <a href="/notes/pcr/?mark=a">a</a></p>',
  );
  expect(html).toContain('href="/notes/pcr/?map=_x_0.0.500_#banks"');
  expect(html).toContain('href="/notes/pcr/?mark=a"');
  expect(links.map(({ to, anchor }) => [to, anchor])).toEqual([
    ["pcr", "banks"],
    ["pcr", ""],
  ]);
});

test("what is said of a link in a comment within it is none of its words", () => {
  expect(place('<p><a href="pcr.md">banks<!-- markmap: fold --></a></p>').links[0]?.text).toBe("banks");
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
    ["lines of the page as words apart", "<p>Boot<br>registers:<br>[[pcr]].</p>", ["Boot registers: PCR."]],
    [
      "whole, with abbreviations and initials",
      "<p>One. Ask Ralph C. Merkle, e.g. [[pcr]], cf. RFC 2. Then Dr. Smith.</p>",
      ["Ask Ralph C. Merkle, e.g. PCR, cf. RFC 2."],
    ],
    [
      "no more of letters than is read at a glance",
      `<p>${"X. ".repeat(9)}[[pcr]] X. ${"Y. ".repeat(9)}</p>`,
      ["X. X. X. X. PCR X. Y. Y. Y. Y."],
    ],
    ["a link whose words have blanks", '<p>First.<a href="pcr.md"> Then banks. </a>Last.</p>', ["Then banks."]],
    ["a link without words at the end", '<p>First. See <a href="pcr.md"><img alt="x"></a></p>', ["See"]],
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
  ["[[b#read/write]]", "/notes/b/#readwrite"],
  ["[[b#c++]]", "/notes/b/#c"],
  ['<a href="../b.md#Head%20Ing">x</a>', "/notes/b/#head-ing"],
  ['<a href="../b.md#HeadIng%C3%BC">x</a>', "/notes/b/#HeadIng%C3%BC"],
  ["[[b#Other#Head Ing]]", "/notes/b/#head-ing"],
  ["[[../b]]", "/notes/b/"],
  ["[[../sub/C Note|it]]", "/notes/sub/c-note/"],
  ["[[../nowhere/C Note]]", undefined],
  ["[[nowhere/C Note]]", undefined],
  ['<a href="%zz.md#x">y</a>', "%zz.md#x"],
])("%s leads to its note", (link, href) => expect(hrefOf(link)).toBe(href));

const SITE = { base: "/maps", isRoute: (path: string) => /^\/(?:glossary\/.*)?$/.test(path) };
const BELOW = [TPM, PCR, { id: "sub/deep", title: "Deep", path: "sub/Deep.md" }].map((target) => ({
  ...target,
  url: `/maps/notes/${target.id}/`,
}));

test.each([
  ["/notes/tpm/map.svg", "/notes/notes/tpm/map.svg"],
  ["/notes/tpm.md", "/notes/notes/tpm.md"],
  ["/notes/notes/tpm.md", "/notes/notes/tpm.md"],
  ["/notes/tpm/", "/notes/notes/tpm/"],
])("%s is a note's address where the site lives below /notes, too", (written, href) => {
  const root = parseHtml(`<a href="${written}">x</a>`);
  const target = { ...TPM, url: "/notes/notes/tpm/" };
  resolveLinks(root, target, createLinkIndex([target], { base: "/notes", isRoute: () => false }));
  expect(serializeHtml(root)).toBe(`<a href="${href}">x</a>`);
});

test("a heading with accents of two signs is found by a link with accents of one", () => {
  const root = parseHtml('<p>[[tpm#U\u0308bung B]] [[tpm#u\u0308bung]] <a href="/notes/tpm/#u%CC%88ben">x</a></p>');
  resolveLinks(root, TPM, createLinkIndex([TPM]));
  expect(serializeHtml(root)).toMatch(/#\u00fcbung-b".*#\u00fcbung".*#\u00fcben"/s);
});

test("a wikilink without words of its own has those of its note", () => {
  const root = parseHtml("<p>[[b| ]]</p>");
  const [from] = FILES;
  if (from) resolveLinks(root, from, createLinkIndex(FILES));
  expect(serializeHtml(root)).toBe('<p><a href="/notes/b/">Title of b</a></p>');
});

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
  ["www.example.org/tpm", "www.example.org/tpm", "no link"],
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

describe("a name leads to one note or to none:", () => {
  const note = (id: string, title: string) => ({ id, title, path: `${id}.md`, url: `/notes/${id}/` });
  const aliased = { ...note("a/tpm", "Chips"), aliases: ["Platform Module", "c/x"] };
  const named = { ...note("some-file", "Another title"), path: "d/Some File.md" };
  const notes = [aliased, named, note("b/tpm", "Chips"), note("keys", "Chip keys"), note("c/x", "Keys")];
  const { find, findPath } = createLinkIndex(notes);
  test.each([
    ["an id", "a/tpm", "a/tpm"],
    ["an id in other letters", " Keys ", "keys"],
    ["an id before another's title", "keys", "keys"],
    ["a title", "chip keys", "keys"],
    ["the end of an id", "x", "c/x"],
    ["the path of a file", "./c/x.md", "c/x"],
    ["two ids that end alike", "tpm", undefined],
    ["two titles that are one", "Chips", undefined],
    ["an alias", "platform module", "a/tpm"],
    ["an id before another's alias", "c/x", "c/x"],
    ["the name of a file", "Some File", "some-file"],
    ["nothing", "nowhere", undefined],
  ])("%s", (_, written, id) => expect(find(written)?.id).toBe(id));

  test.each([
    ["Don’t Trust", "dont-trust"],
    ["“Zero – Trust”…", "zero"],
    ["ISACA—what", "isaca"],
    ["it’s me", "dont-trust"],
  ])("punctuation may be the page's: %s", (written, id) => {
    const { find } = createLinkIndex([
      { ...note("dont-trust", "Own"), path: "Don't Trust.md", aliases: ["It's me"] },
      note("zero", '"Zero -- Trust"...'),
      note("isaca", "ISACA---What"),
    ]);
    expect(find(written)?.id).toBe(id);
  });

  test("a file is found by its path alone", () => {
    expect(findPath("c/x.md")?.id).toBe("c/x");
    expect(findPath("x.md")).toBeUndefined();
  });

  test("an accent may be written as one letter or as two, in the file's name and in the link", () => {
    const composed = "caf\u00e9";
    const parted = composed.normalize("NFD");
    for (const [file, link] of [
      [composed, parted],
      [parted, composed],
    ] as const) {
      const { find, findPath, findAddress } = createLinkIndex([note(`sub/${file}`, "Title"), note("b", file)]);
      expect(find(`SUB/${link}`)?.title).toBe("Title");
      expect(find(link.toUpperCase())).toBeUndefined();
      expect(findPath(`sub/${link}.md`)?.title).toBe("Title");
      expect(findAddress(`/notes/sub/${link}/`, "b.md")).toMatchObject({ note: { title: "Title" } });
    }
  });
});

describe("what is written between brackets becomes", () => {
  test.each([
    ["a link in the title's words", "[[pcr]]", '<a href="/notes/pcr/">PCR</a>'],
    ["a link in own words", "a [[pcr| the  banks ]] b", 'a <a href="/notes/pcr/">the  banks</a> b'],
    ["a link to a section", "[[pcr#banks|banks]]", '<a href="/notes/pcr/#banks">banks</a>'],
    ["a link to a section by its words", "[[pcr#The Banks]]", '<a href="/notes/pcr/#the-banks">PCR › The Banks</a>'],
    [
      "a link to an item by its anchor",
      "[[pcr#top--all-banks]]",
      '<a href="/notes/pcr/#top--all-banks">PCR › All banks</a>',
    ],
    ["a link to a block, which has no words", "[[pcr#^abc]]", '<a href="/notes/pcr/#abc">PCR</a>'],
    ["a link within the note by its words", "[[#Own Part]]", '<a href="/notes/tpm/#own-part">Own Part</a>'],
    ["a link within the note", "[[#Own Part|own]]", '<a href="/notes/tpm/#own-part">own</a>'],
    ["a link to a section named by a version", "[[#1.2.0]]", '<a href="/notes/tpm/#120">1.2.0</a>'],
    ["a link to a section in small letters", "[[pcr#node.js]]", '<a href="/notes/pcr/#nodejs">PCR › node.js</a>'],
    ["a link to an item", "[[pcr#banks–sha-256|it]]", '<a href="/notes/pcr/#banks--sha-256">it</a>'],
    ["a link to a section in quotation marks", "[[pcr#don’t|it]]", '<a href="/notes/pcr/#dont">it</a>'],
    ["two links", "[[pcr]][[tpm]]", '<a href="/notes/pcr/">PCR</a><a href="/notes/tpm/">TPM</a>'],
    ["plain words, where no note is meant", "[[nowhere|words]]", "words"],
    ["its own words, where it is an alias", "[[The registers]]", '<a href="/notes/pcr/">The registers</a>'],
    ["nothing else where a file is embedded", "![[a.pdf]]", "![[a.pdf]]"],
    ["nothing else in code", "<code>[[pcr]]</code>", "<code>[[pcr]]</code>"],
    ["nothing else in a block of code", '<pre id="x"><b>[[pcr]]</b></pre>', '<pre id="x"><b>[[pcr]]</b></pre>'],
    ["nothing else within a link", '<a href="/x/">[[pcr]]</a>', '<a href="/x/">[[pcr]]</a>'],
  ])("%s", (_, html, written) => expect(place(html).html).toBe(written));

  test("and a link is known by its words, its place and what was written", () => {
    const { links } = place(
      '<p><a href="pcr.md#banks">the <b>banks</b></a> [[nowhere#x]] <a href="https://e.org/a.md">e</a></p>',
    );
    expect(links.map(({ to, anchor, text, written }) => [to, anchor, text, written])).toEqual([
      ["pcr", "banks", "the banks", "pcr.md#banks"],
      [undefined, "x", "nowhere", "[[nowhere#x]]"],
    ]);
  });
});

test("so many notes of one name that looking through them at each would take minutes are found", () => {
  const aliases = new Array<string>(40).fill("Readme");
  const targets = Array.from({ length: 15_000 }, (_, at) => {
    return { id: `n${at}/readme`, title: "Readme", aliases, path: `n${at}/README.md`, url: `/notes/n${at}/readme/` };
  });
  const index = createLinkIndex(targets);
  expect(index.findAll("readme")).toEqual(targets);
  expect(index.find("readme")).toBeUndefined();
  expect(index.find("n7/readme")).toBe(targets[7]);
});

test("a picture of the site's own is found below its base path, as links are", () => {
  const root = parseHtml(
    '<img src="/favicon.svg"><img src="/_astro/a.png"><img src="a.png"><img src="//b.org/favicon.svg">',
  );
  const site = { base: "/base", isRoute: (path: string) => path === "/favicon.svg" };
  resolveLinks(root, TPM, createLinkIndex([TPM], site));
  expect([...serializeHtml(root).matchAll(/src="([^"]*)"/g)].map(([, source]) => source)).toEqual([
    "/base/favicon.svg",
    "/_astro/a.png",
    "a.png",
    "//b.org/favicon.svg",
  ]);
});
