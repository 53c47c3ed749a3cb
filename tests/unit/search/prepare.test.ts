import { expect, test } from "vitest";
import { preparePage } from "../../../src/search/prepare.ts";

test("a term and its definition are two words to the index", () => {
  const prepared = preparePage("<dl><dt>NitroTPM</dt><dd>An EC2 device</dd></dl>");
  expect(prepared.replace(/<[^>]*>/g, "")).toBe("NitroTPM An EC2 device");
});

test("cells are words of their own, and what a picture shows is text", () => {
  const text = (html: string) =>
    preparePage(html)
      .replace(/<[^>]*>/g, "|")
      .replace(/[|\s]+/g, " ")
      .trim();
  expect(text("<tr><th>Register</th><th>Then</th></tr><tr><td>7</td><td>shim</td></tr>")).toBe("Register Then 7 shim");
  expect(text('<p>Boot</p><svg role="img" aria-label="Firmware runs first"></svg>')).toBe("Boot Firmware runs first");
});

test("a note's sources are found with it, at little weight", () => {
  const prepared = preparePage(
    '<html lang="en"><nav>Notes</nav><article data-pagefind-body><p>Text</p></article><p>Next</p><h2 id="_sources">Sources</h2><ol class="sources"><li>DSP0266</li></ol><p>Links</p></html>',
  );
  expect(prepared).toMatch(/<p>Text<\/p><div data-pagefind-weight="0\.2"><h2 id="_sources">Sources.*DSP0266/);
  expect(prepared).not.toMatch(/Notes|Next|Links/);
});

test("only text gets the other spelling: addresses and names of elements stay", () => {
  expect(preparePage('<a href="/centre/" id="centre">centre</a>')).toBe(
    '<a href="/centre/" id="centre">centre-center</a>',
  );
});

test("letters of scripts without spaces are words of their own", () => {
  expect(preparePage("<p>安全 boot</p>").replace(/\s+/g, " ")).toBe("<p> 安 全 boot</p>");
});
