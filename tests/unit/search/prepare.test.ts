import { expect, test } from "vitest";
import { isSearchable, preparePage, readLanguage } from "../../../src/search/prepare.ts";

test("a term and its definition are two words to the index", () => {
  const prepared = preparePage("<dl><dt>NitroTPM</dt><dd>An EC2 device</dd></dl>");
  expect(prepared.replace(/<[^>]*>/g, "")).toBe("NitroTPM An EC2 device");
});

/** What is read of a page's HTML, parts of it apart. */
const text = (html: string) =>
  preparePage(html)
    .replace(/<[^>]*>/g, "|")
    .replace(/[|\s]+/g, " ")
    .trim();

test("cells are words of their own, and what pictures show is text", () => {
  expect(text("<tr><th>Register</th><th>Then</th></tr><tr><td>7</td><td>shim</td></tr>")).toBe("Register Then 7 shim");
  expect(text('<p>Boot</p><svg role="img" aria-label="Firmware runs first"></svg>')).toBe("Boot Firmware runs first");
  expect(text('<img alt="A chip" src="a.png"><img class="x" src="b.png" alt="A board"><img src="c.png" alt="">')).toBe(
    "A chip A board",
  );
});

test("words of attributes are text, whatever signs they hold", () => {
  const alt = "Why <script> and <!-- are left out";
  const prepared = preparePage(`<p>Before</p><img src="a.png" alt="${alt}"><p>After</p>`);
  expect(prepared).toContain("<p>Why &lt;script> and &lt;!-- are left out</p><img");
  expect(preparePage('<svg role="img" aria-label="a <style> of"></svg>')).toContain("<p>a &lt;style> of</p><svg");
});

test("a tag does not end within what it quotes", () => {
  const table = '<table title="centre > left">';
  expect(preparePage(`${table}</table>`)).toBe(`<a id="_"></a>${table}</table><a id="^"></a>`);
  expect(preparePage('<img title="a > b" alt="A chip">')).toBe('<p>A chip</p><img title="a > b" alt="A chip">');
  expect(preparePage('<img title="no alt=&quot; alt=" alt="A chip">')).toContain("<p>A chip</p>");
  expect(preparePage('<a title="x" data-x="> centre">centre</a>')).toMatch(/> centre">centre-center/);
});

test.each(["<img ", '<img "', '<img alt="" ', '<a "" <'])(
  "so many of %s that reading on from each would take minutes are read in one go",
  (part) => {
    const page = part.repeat(200_000);
    // Told apart here: an assertion that fails would print them.
    expect(preparePage(page) === page).toBe(true);
  },
);

test("a note's sources are found with it, at little weight", () => {
  const prepared = preparePage(
    '<html lang="en"><nav>Notes</nav><article data-pagefind-body><p>Text</p></article><p>Next</p><h2 id="_sources">Sources</h2><ol class="sources"><li>DSP0266</li></ol><p>Links</p></html>',
  );
  expect(prepared).toMatch(
    /^<html lang="en"><article data-pagefind-body><p>Text<\/p><div data-pagefind-weight="0\.2"><h2 id="_sources">Sources.*DSP0266/,
  );
  expect(prepared).toMatch(/<\/div><\/article><\/html>$/);
  expect(prepared).not.toMatch(/Notes|Next|Links/);
});

test("a note without sources is found by its text alone, however its page is written", () => {
  const prepared = preparePage('<html><nav>Notes</nav><main class="x" data-pagefind-body>\n<p>Text</p></main></html>');
  expect(prepared).toBe('<html><main class="x" data-pagefind-body>\n<p>Text</p></main></html>');
});

test.each([
  ['<!doctype html><html class="no-script" lang="de-AT"><head>', "de"],
  ["<HTML LANG=ZH-Hant>", "zh"],
  ['<html><body><p lang="fr">', "en"],
])("the language of %s is %s", (html, language) => expect(readLanguage(html)).toBe(language));

test("only pages that have something to be found are asked for it", () => {
  expect(isSearchable("<main data-pagefind-body><p>Text</p></main>")).toBe(true);
  expect(isSearchable("<main><p>Not found</p></main>")).toBe(false);
});

test("only text gets the other spelling: addresses and names of elements stay", () => {
  expect(preparePage('<a href="/centre/" id="centre">centre</a>')).toBe(
    '<a href="/centre/" id="centre">centre-center</a>',
  );
});

test("letters of scripts without spaces are words of their own", () => {
  expect(preparePage("<p>安全 boot</p>").replace(/\s+/g, " ")).toBe("<p> 安 全 boot</p>");
});
