import { expect, test } from "vitest";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { createLinkIndex, resolveLinks } from "../../../src/notes/links.ts";

const targets = ["Sub Folder/Über uns.md", "sub/C Note.md", "b.md"].map((path) => {
  const id = path.replace(/\.md$/, "").toLowerCase().replaceAll(" ", "-");
  return { id, title: `Title of ${id}`, path, url: `/notes/${id}/` };
});

function hrefOf(link: string): string | undefined {
  const root = parseHtml(`<p>${link}</p>`);
  const [from] = targets;
  if (from) resolveLinks(root, from, createLinkIndex(targets));
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
