import { expect, test } from "vitest";
import { addAnchors } from "../../../src/notes/anchors.ts";
import { findDeadLinks } from "../../../src/notes/dead-links.ts";
import { parseHtml } from "../../../src/notes/html.ts";
import { createLinkIndex, placeLinks, resolveLinks } from "../../../src/notes/links.ts";
import { readPlaces, readShown } from "../../../src/notes/places.ts";

const TARGETS = [
  { id: "a", title: "A", path: "a.md", url: "/notes/a/" },
  { id: "hardware/tpm", title: "TPM", path: "hardware/tpm.md", url: "/notes/hardware/tpm/" },
];

const SITE = { base: "/base", isRoute: (path: string) => /^\/(?:glossary|tags)\//.test(path) };

const DRAFT = { id: "plans/secret", title: "Plans", path: "plans/Secret.md", url: "/base/notes/plans/secret/" };

/** Beside notes there is one page, with one place. */
function check(path: string, anchor: string) {
  const isThere = path === "/glossary/" && ["", "tpm"].includes(anchor);
  return isThere || path.startsWith("/notes/") ? undefined : { expected: "a page", mend: `not ${path}` };
}

/** What is said of a note `a.md` with these words, beside a note `hardware/tpm.md` with the sections Kinds and Café. */
function findIn(html: string, source = html) {
  const texts = [html, "<h2>Kinds</h2><ul><li>Discrete</li></ul><h2>Café</h2>"];
  const notes = TARGETS.map((target, at) => {
    const root = parseHtml(texts[at] as string);
    const shown = readShown(root);
    const found = resolveLinks(root, target, createLinkIndex(TARGETS, SITE));
    addAnchors(root);
    return { ...target, ...readPlaces(root), shown, titleAnchor: "_top", links: placeLinks(found) };
  });
  const isPage = (path: string) => path === "/favicon.svg";
  return findDeadLinks(notes, { base: "/base", check, isPage, drafts: [DRAFT] }, () => source).map(
    ({ line, found, expected, mend }) => ({
      line,
      found,
      expected,
      mend,
    }),
  );
}

test.each([
  '<p><a href="hardware/tpm.md#kinds">x</a>',
  '<p><a href="hardware/tpm.md#caf%C3%A9">x</a>',
  '<p><a href="hardware/tpm.md#top">x</a>',
  '<p><code>&lt;a href="#nowhere"&gt;</code>',
  "<p>[[tpm#kinds--discrete]] [[TPM#Café|x]] [[#one]]</p><h2>One</h2>",
  '<p><a href="#one">x</a></p><h2>One</h2>',
  '<p><a href="https://example.org/b.md#no">x</a>',
  '<p><a href="/base/glossary/#tpm">x</a> <a href="/base/glossary/?of=tpm">x</a> <a href="//example.org/no/">x</a>',
])("%s leads somewhere", (html) => {
  expect(findIn(html)).toEqual([]);
});

test.each([
  ['<a href="hardware/tmp.md">x</a>', "a note", "write the path to hardware/tpm.md"],
  ['<a href="c.md">x</a>', "a note", "link to a note that there is, or take the link out"],
  ['<a href="/notes/hardware/tmp/">x</a>', "a note", "write the path to hardware/tpm.md"],
  ['<a href="/notes/hardware/tpm/#kidns">x</a>', "a place in hardware/tpm.md", "write #kinds"],
  ["[[tmp]]", "a note", "write [[hardware/tpm]]"],
  ["[[b]]", "a note", "link to a note that there is, or take the link out"],
  ["[[something else]]", "a note", "link to a note that there is, or take the link out"],
  ['<a href="hardware/tpm.md#kidns">x</a>', "a place in hardware/tpm.md", "write #kinds"],
  ["[[tpm#versions]]", "a place in hardware/tpm.md", "write one of #kinds, #café"],
  ['<a href="#one">x</a>', "a place in a.md", "link to the note itself"],
  ['<a href="#shown">x</a> <code>&lt;b id="shown"&gt;</code>', "a place in a.md", "link to the note itself"],
  ['<a href="/base/tags/no/">x</a>', "a page", "not /tags/no/"],
  ['<a href="/base/glossary/?of=tpm#tmp">x</a>', "a page", "not /glossary/"],
])("%s leads nowhere, with its mend", (html, expected, mend) => {
  expect(findIn(`<p>${html}</p>`)).toMatchObject([{ expected, mend }]);
});

test("a link by the name of several notes is told with what to write for each", () => {
  const text = { anchors: [], addresses: [], shown: [], titleAnchor: "_top" };
  const note = (id: string) => ({
    id,
    title: `About ${id}`,
    path: `${id}.md`,
    url: `/notes/${id}/`,
    links: [],
    ...text,
  });
  const notes = [note("a/foo"), note("b/foo"), note("c")];
  const root = parseHtml("<p>[[foo]], [[Foo#x|y]], [[a/foo]]</p>");
  const [from] = notes as [(typeof notes)[0]];
  const links = placeLinks(resolveLinks(root, from, createLinkIndex(notes)));
  const nothingElse = { base: "", check: () => undefined, isPage: () => false, drafts: [] };
  const told = findDeadLinks([{ ...from, links }, ...notes.slice(1)], nothingElse, () => "");
  const [expected, mend] = ["one note, where 2 are called so", "write [[a/foo]] or [[b/foo]]"];
  expect(told).toMatchObject([
    { found: "a link to foo", expected, mend },
    { found: "a link to Foo#x|y", expected, mend },
  ]);
});

test("a dead link is told with its line, however it is written there", () => {
  expect(findIn('<p><a href="b%20c.md">x</a>', "---\ntitle: A\n---\n\n[x](<b c.md>)\n")).toMatchObject([{ line: 5 }]);
});

test("a dead link in a table is told with its line", () => {
  const source = "# A\n\n| a |\n|---|\n| [[tmp\\|it]] |\n";
  expect(findIn("<table><tr><td>[[tmp|it]]</td></tr></table>", source)).toMatchObject([{ line: 5 }]);
});

test.each([
  '<img src="/favicon.svg">',
  '<img src="/base/favicon.svg?v=1">',
  '<img src="/notes/hardware/tpm/map.svg">',
  '<img src="/_astro/a.webp" data-file="a.png">',
  '<img src="//example.org/a.png"><img src="a.png">',
])("the picture %s is there, or told of elsewhere", (html) => {
  expect(findIn(html)).toEqual([]);
});

test.each(["/no/x.png", "/base/x.png", "/notes/hardware/tmp/map.svg"])("the picture %s is told", (address) => {
  expect(findIn(`<img src="${address}" data-file="${address}">`, `---\n---\n\n![a](${address})\n`)).toEqual([
    {
      line: 4,
      found: `the picture ${address}, where there is no such file`,
      expected: "a file of public/",
      mend: "put the picture into public/, or beside the note and write its name",
    },
  ]);
});

test("a dead link is told with its line, though the page has other punctuation in it", () => {
  const source = "# A\n\n`[[Don't -- panic...]]`\n\n[[Don't -- panic...]]\n";
  expect(findIn("<p>[[Don’t – panic…]]</p>", source)).toMatchObject([{ line: 5, found: "a link to Don’t – panic…" }]);
});

test.each([
  "[[secret#part|it]]",
  "[[Plans]]",
  '<a href="plans/Secret.md#x">x</a>',
  '<a href="/notes/plans/secret/">x</a>',
  '<a href="../plans/secret">x</a>',
])("%s leads to a draft, which is said", (html) => {
  expect(findIn(`<p>${html}</p>`)).toMatchObject([
    {
      expected: "a note that is no draft, as plans/Secret.md is",
      mend: "take draft out of its front matter, or take the link out",
    },
  ]);
});

test("many dead links in one note are told at once, and its file is read once", () => {
  const html = `<p>${"[[nowhere]] ".repeat(1000)}</p>`;
  const source = `${"```sh\n[[nowhere]]\n```\n".repeat(2000)}\n\n[[nowhere]]\n`;
  const [note] = TARGETS as [(typeof TARGETS)[0]];
  const links = placeLinks(resolveLinks(parseHtml(html), note, createLinkIndex([note])));
  let reads = 0;
  const read = () => {
    reads += 1;
    return source;
  };
  const nothingElse = { base: "", check: () => undefined, isPage: () => false, drafts: [] };
  const from = { ...note, anchors: [], addresses: [], shown: [], titleAnchor: "_top", links };
  const told = findDeadLinks([from], nothingElse, read);
  expect([told.length, told[0]?.line, reads]).toEqual([1000, 6003, 1]);
});

test("of very many links to notes that there are not the first alone are told a like name", () => {
  const mends = findIn(`<p>${"[[tmp]] ".repeat(120)}</p>`).map(({ mend }) => mend);
  expect(mends.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => "write [[hardware/tpm]]"));
  expect(new Set(mends.slice(50))).toEqual(new Set(["link to a note that there is, or take the link out"]));
});
