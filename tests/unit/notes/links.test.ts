import { expect, test } from "vitest";
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
