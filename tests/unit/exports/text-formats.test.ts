import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { absoluteUrl, scaleOfPdf, scaleOfPng } from "../../../src/exports/format.ts";
import { toFreeMind } from "../../../src/exports/freemind.ts";
import { toHtml } from "../../../src/exports/html.ts";
import { nodeUrl, plainLabel } from "../../../src/exports/label.ts";
import { toOpml } from "../../../src/exports/opml.ts";
import { NODE } from "../../../src/exports/platform.node.ts";
import { svg } from "../../../src/exports/svg.ts";
import { toXMind } from "../../../src/exports/xmind.ts";
import { THEMES } from "../../../src/mindmap/theme.ts";
import { MAP_BUTTONS } from "../../../src/mindmap/toolbar.ts";
import { context, mapOf, node } from "../../fixtures/export-map.ts";

const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };

describe("plain labels", () => {
  it.each([
    ["2<sup>128</sup> keys, 10<sup>-9</sup>", "2¹²⁸ keys, 10⁻⁹"],
    ["H<sub>2</sub>O, x<sub>max</sub>", "H₂O, xmax"],
    ["the 1<sup>st</sup>, e<sup>X</sup>", "the 1ˢᵗ, e^X"],
    ['A fact<sup><a href="#user-content-fn-1">1</a></sup> with a note', "A fact with a note"],
    ["a <code>&lt;b&gt;</code>\u202e c", "a <b> c"],
  ])("write %s as %s", (content, words) => {
    expect(plainLabel(node(content))).toBe(words);
  });

  it("say an item's number and a task's state", () => {
    expect(plainLabel(node("three", [], { index: 3 }))).toBe("3. three");
    expect([true, false].map((checked) => plainLabel(node("done", [], { checked })))).toEqual(["☑ done", "☐ done"]);
  });
});

describe("where a node leads", () => {
  const urlOf = (content: string) => nodeUrl(node(content, [], { id: "here" }), context);
  it("is its one link, which a footnote is not", () => {
    expect(urlOf('see <a href="../other/">that</a>')).toBe("https://example.org/other/");
    expect(urlOf('see <a href="/a/">a</a> or <a href="/b/">b</a>')).toBe("https://example.org/note/#here");
    expect(urlOf('a fact<sup><a href="#user-content-fn-1">1</a></sup>')).toBe("https://example.org/note/#here");
  });
});

describe("a node of two pages", () => {
  it("leads to its place in the page that is asked for", () => {
    const shared = node("One", [], { id: "here" });
    const urls = ["https://example.org/note/", "https://example.org/atlas/", "https://example.org/note/"];
    expect(urls.map((url) => nodeUrl(shared, { ...context, url }))).toEqual(urls.map((url) => `${url}#here`));
  });
});

describe("SVG", () => {
  it("is dark where the reader's system is, and where it was made so always", async () => {
    const map = mapOf([node("one")]);
    const [light, dark] = [
      String(await svg.write(map, context, NODE)),
      String(await svg.write({ ...map, theme: "dark" }, context, NODE)),
    ];
    expect(light).toContain("<style>");
    expect(dark).not.toContain("<style");
    expect(dark).toContain(`fill="${THEMES.dark.background}"`);
  });
});

describe("FreeMind", () => {
  const mm = toFreeMind(
    mapOf([node("Жя 🌍"), node("&lt;html&gt; tag"), node("side", [node("leaf")], { fold: 1 })], "both"),
    context,
  );
  it("writes letters by number, and those beyond 16 bits as they are", () => {
    expect(mm).toContain('TEXT="&#x416;&#x44f; 🌍"');
  });
  it.each(["&lt;html&gt; tag", "=1+1", "= means", "\\latex $x$"])(
    "keeps %s from being read as HTML or run",
    (label) => {
      expect(toFreeMind(mapOf([node(label)]), context)).toContain(`TEXT="&#x2060;${label}"`);
    },
  );
  it("says behind the root where it comes from, and behind several links where each leads", () => {
    const links = node('<a href="/a/">one</a> or <a href="/b/">two</a>');
    const written = toFreeMind(mapOf([links]), context);
    expect(written).toContain("<p>Source: https://example.org/note/</p><p>Reviewed: 2026-11-25</p>");
    expect(written).toContain("<p>one: https://example.org/a/</p><p>two: https://example.org/b/</p>");
  });
  it("says the sides and the folds", () => {
    expect(mm).toContain('POSITION="left"');
    expect(mm).toContain('POSITION="right"');
    expect(mm.match(/FOLDED="true"/g)).toHaveLength(1);
  });
  it("folds no node that has none below it, says of the root alone where it comes from, and colours the first level", () => {
    const written = toFreeMind(mapOf([node("one", [node("leaf", [], { fold: 1 })]), node("two")]), context);
    expect(written).not.toContain("FOLDED");
    expect(written.match(/Source:/g)).toHaveLength(1);
    expect(written.match(/<node [^>]*TEXT="(?:one|two)"[^>]*><edge COLOR="#[\da-f]{6}"\/>/g)).toHaveLength(2);
    expect(written.match(/<edge/g)).toHaveLength(2);
  });
});

describe("OPML", () => {
  it("dates the note and links each line", () => {
    const xml = toOpml(mapOf([node("line", [], { id: "line" })]), context);
    expect(xml).toContain("<dateModified>Wed, 25 Nov 2026 00:00:00 GMT</dateModified>");
    expect(xml).toContain('<outline text="line" type="link" url="https://example.org/note/#line"/>');
  });

  it("says in elements of its own or of Dublin Core whose work it is, and beside several links where each leads", () => {
    const links = node('<a href="/a/">one</a> or <a href="/b/">two</a>');
    const xml = toOpml(mapOf([links]), { ...context, licence, published: "2013/2016" });
    expect(xml).toContain('<opml version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">');
    expect(xml).toContain("<dateCreated>Tue, 01 Jan 2013 00:00:00 GMT</dateCreated>");
    expect(xml).toContain("<dc:source>https://example.org/note/</dc:source><dc:language>en</dc:language>");
    expect(xml).toContain(`<dc:rights>CC BY 4.0 (${licence.url})</dc:rights>`);
    expect(xml).toContain('_note="one: https://example.org/a/; two: https://example.org/b/"');
  });
});

describe("XMind", () => {
  it("folds what the map folds, but no topic that has none below it", () => {
    const topics = [node("side", [node("leaf")], { fold: 1 }), node("alone", [], { fold: 1 }), node("open")];
    const { "content.json": content } = unzipSync(toXMind(mapOf(topics), context));
    const [{ rootTopic: root }] = JSON.parse(strFromU8(content as Uint8Array));
    const branches = root.children.attached.map(({ branch }: { branch?: string }) => branch);
    expect(branches).toEqual(["folded", undefined, undefined]);
  });
  it.each([
    ["right", "org.xmind.ui.logic.right"],
    ["left", "org.xmind.ui.logic.left"],
    ["both", "org.xmind.ui.map.unbalanced"],
  ] as const)("grows as the map does: %s", (layoutName, structure) => {
    const { "content.json": content } = unzipSync(toXMind(mapOf([node("one")], layoutName), context));
    const [{ rootTopic: root }] = JSON.parse(strFromU8(content as Uint8Array));
    expect(root.structureClass).toBe(structure);
  });
  it("says behind the root where it comes from, and behind several links where each leads", () => {
    const links = node('<a href="/a/">one</a> or <a href="/b/">two</a>');
    const { "content.json": content } = unzipSync(toXMind(mapOf([links]), context));
    const [{ rootTopic: root }] = JSON.parse(strFromU8(content as Uint8Array));
    expect(root.notes.plain.content).toBe("Source: https://example.org/note/\nReviewed: 2026-11-25");
    expect(root.children.attached[0].notes.plain.content).toBe(
      "one: https://example.org/a/\ntwo: https://example.org/b/",
    );
  });
});

describe("addresses", () => {
  it.each(["#place", "#_top", "#sécurité", "../other/#a", "https://example.com/a b", "mailto:a@example.org", "#"])(
    "%s is whole as URLs have it, from any page",
    (href) => {
      for (const url of ["https://example.org/note/", "HTTPS://Example.org/Nöte/#here", "https://example.org/?q=1"])
        expect(absoluteUrl(href, { url })).toBe(new URL(href, url).href);
    },
  );
  it("stay as they are where the note has no page, and where they are none", () => {
    expect(absoluteUrl("#place", { url: undefined })).toBe("#place");
    expect(absoluteUrl("http://example.org:port/", { url: "https://example.org/" })).toBe("http://example.org:port/");
  });
});

describe("HTML", () => {
  const bytes = toHtml(mapOf([node("a", [], { source: "/notes/a/map.json", more: 7 })]), context, {
    script: 'const end = "</script>";',
    style: "b{}</style>",
  });
  const file = new TextDecoder().decode(bytes);
  it("lets nothing be loaded, and nothing break out of its element", () => {
    for (const way of ["default-src", "base-uri", "form-action"]) expect(file).toContain(`${way} 'none'`);
    expect(file.match(/<\/script>/g)).toHaveLength(2);
    expect(file.match(/<\/style>/g)).toHaveLength(1);
    expect(file).toContain("<title>A &lt;/script&gt; note</title>");
  });
  it.each([
    [context.url, ["https://example.org/note/#a", "/b/"]],
    [undefined, ["/b/"]],
  ])("leads from a node to its place at %s, and nowhere where there is none", (url, links) => {
    const nodes = [node("a", [], { id: "a" }), node("b", [], { href: "/b/" })];
    const viewer = { script: "", style: "" };
    const file = new TextDecoder().decode(toHtml(mapOf(nodes), { ...context, url }, viewer));
    const found = Array.from(file.matchAll(/<a href="([^"]*)"><text/g), ([, href = ""]) => href);
    expect(found.slice(url ? 1 : 0)).toEqual(links.map((link) => (url ? new URL(link, url).href : link)));
  });
  it("has the buttons that the map in a page has", () => {
    const names = Array.from(file.matchAll(/<button[^>]* data-map="([^"]*)"/g), ([, name]) => name);
    expect(names).toEqual(MAP_BUTTONS.map(({ name }) => name));
    const component = readFileSync(join(import.meta.dirname, "../../../src/components/MapView.astro"), "utf8");
    expect(component).toContain("{MAP_BUTTONS.map(");
  });
  it.each([
    [{ author: "A & B" }, "<small>by A &amp; B</small>"],
    [{ licence }, `<small><a rel="license" href="${licence.url}">CC BY 4.0</a></small>`],
    [{ author: "A", licence }, `<small>by A, <a rel="license" href="${licence.url}">CC BY 4.0</a></small>`],
    [{}, "</a></header>"],
  ])("says whose work it is, and under which licence: %j", (rights, said) => {
    const file = new TextDecoder().decode(toHtml(mapOf([]), { ...context, ...rights }, { script: "", style: "" }));
    expect(file).toContain(said);
  });
  it("opens, where nobody named a level, as many as stay readable", () => {
    const { options, ...deep } = mapOf([node("a", [node("b", [node("c", [node("d")])])])]);
    const { initialExpandLevel: _, ...unnamed } = options;
    const html = toHtml({ ...deep, options: unnamed }, context, { script: "", style: "" });
    expect(new TextDecoder().decode(html)).not.toContain("handle folded");
  });
  it("offers nothing that it would have to fetch", () => {
    expect(file).not.toContain("map.json");
    expect(file).not.toMatch(/class="[^"]*\bhandle/);
  });
});

describe("very large maps", () => {
  it("are painted twice as large, but no larger than a browser's canvas, by its longest side and by its pixels", () => {
    expect(scaleOfPng({ width: 8000, height: 10 })).toBe(2);
    expect(scaleOfPng({ width: 10, height: 65_534 }) * 65_534).toBe(32_767);
    expect(scaleOfPng({ width: 16_000, height: 16_000 })).toBe(1);
  });
  it("are on no page with a side of more than 14,400 points, which PDF does not know", () => {
    expect(scaleOfPdf({ width: 14_400, height: 10 })).toBe(1);
    expect(scaleOfPdf({ width: 10, height: 28_800 }) * 28_800).toBe(14_400);
  });
});
