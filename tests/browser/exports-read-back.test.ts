import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { markdownToMdast } from "satteri";
import { toMermaid } from "../../src/exports/mermaid.ts";
import { context, mapOf, node } from "../fixtures/export-map.ts";
import { listNotes } from "./dist.ts";
import { listMissing } from "../programs.ts";
import { expect, test } from "./site.ts";
import { testWith } from "./with-programs.ts";

// Every format is read back with a parser that is not ours and compared with the page's outline.

/** What opens a zip and is not ours: Python's zipfile is nearly everywhere, unzip not. */
const UNZIP = listMissing(["unzip"]).length === 0 ? "unzip" : "python3";

interface Node {
  content: string;
  children: Node[];
  payload: { id: string; checked?: boolean; index?: number };
}

/** A label with the depth it stands at. */
type Line = [depth: number, label: string];

const clean = (text: string) => text.replace(/\s+/g, " ").trim();

/** The labels of a map; `bare` ones without what shows an item's number or its state. */
async function readLines(page: Page, path: string, bare = false): Promise<Line[]> {
  const { root } = (await (await page.request.get(`./${path}map.json`)).json()) as { root: Node };
  const flat: { depth: number; node: Node }[] = [];
  const walk = (node: Node, depth: number) => {
    flat.push({ depth, node });
    for (const child of node.children) walk(child, depth + 1);
  };
  walk(root, 0);
  const words = await page.evaluate(
    (contents) =>
      contents.map((content) => new DOMParser().parseFromString(content, "text/html").body.textContent ?? ""),
    flat.map(({ node }) => node.content),
  );
  return flat.map(({ depth, node }, at): Line => {
    const number = node.payload.index === undefined ? "" : `${node.payload.index}. `;
    const task = node.payload.checked === undefined ? "" : node.payload.checked ? "☑ " : "☐ ";
    return [depth, clean(bare ? `${words[at]}` : `${task}${task ? "" : number}${words[at]}`)];
  });
}

/** Labels and depths of an XML file's elements of one name, by the browser's parser. */
function readXml(page: Page, xml: string, name: string, attribute: string): Promise<Line[]> {
  return page.evaluate(
    ([text, element, label]) => {
      const document = new DOMParser().parseFromString(text, "text/xml");
      if (document.querySelector("parsererror")) throw new Error(document.documentElement.textContent ?? "");
      const depthOf = (node: Element): number => {
        const above = node.parentElement?.closest(element);
        return above ? depthOf(above) + 1 : 0;
      };
      return [...document.querySelectorAll(element)].map((node): [number, string] => [
        depthOf(node),
        node.getAttribute(label) ?? "",
      ]);
    },
    [xml, name, attribute] as const,
  );
}

const PATHS = [...listNotes(), "atlas/"];
const text = async (page: Page, path: string, extension: string) =>
  (await page.request.get(`./${path}map.${extension}`)).text();

test.beforeEach(({ page }) => page.goto("about:blank"));

for (const path of PATHS) {
  test.describe(`/${path}`, () => {
    test("OPML and FreeMind hold every label in its place", async ({ page }) => {
      const lines = await readLines(page, path);
      expect(await readXml(page, await text(page, path, "opml"), "outline", "text")).toEqual(lines);
      expect(await readXml(page, await text(page, path, "mm"), "node", "TEXT")).toEqual(lines);
    });

    testWith([UNZIP], "XMind's zip holds every label in its place", async ({ page }) => {
      const body = await (await page.request.get(`./${path}map.xmind`)).body();
      const file = join(mkdtempSync(join(tmpdir(), "xmind-")), "map.xmind");
      writeFileSync(file, body);
      const [sheet] = JSON.parse(unzip(file, "content.json")) as [{ rootTopic: Topic }];
      const found: Line[] = [];
      const walk = (topic: Topic, depth: number) => {
        found.push([depth, topic.title]);
        for (const child of topic.children?.attached ?? []) walk(child, depth + 1);
      };
      walk(sheet.rootTopic, 0);
      expect(found).toEqual(await readLines(page, path));
    });

    test("JSON Canvas holds a card for every label, tied as the outline is", async ({ page }) => {
      const { nodes, edges } = JSON.parse(await text(page, path, "canvas")) as Canvas;
      const lines = await readLines(page, path);
      // One more says where the map comes from.
      expect(nodes).toHaveLength(lines.length + 1);
      expect(edges).toHaveLength(lines.length - 1);
      const ids = new Set(nodes.map(({ id }) => id));
      expect(ids.size).toBe(nodes.length);
      expect(edges.every(({ fromNode, toNode }) => ids.has(fromNode) && ids.has(toNode))).toBe(true);
    });

    test("Markdown holds every label in its place", async ({ page }) => {
      const root = markdownToMdast(await text(page, path, "md")) as Mdast;
      const found: Line[] = [];
      const walk = (node: Mdast, depth: number) => {
        for (const child of node.children ?? []) {
          if (child.type === "heading") found.push([0, clean(plain(child))]);
          if (child.type === "listItem") {
            const [label] = child.children ?? [];
            found.push([depth + 1, label ? clean(plain(label)) : ""]);
            walk(child, depth + 1);
          } else if (child.type === "list") walk(child, depth);
        }
      };
      walk(root, 0);
      expect(found).toEqual(await readLines(page, path, true));
    });

    for (const extension of ["svg", "embedded.svg"]) {
      test(`${extension} holds every word`, async ({ page }) => {
        const svg = await text(page, path, extension);
        const words = await page.evaluate((source) => {
          const document = new DOMParser().parseFromString(source, "image/svg+xml");
          return [...document.querySelectorAll("text")].map((label) => label.textContent ?? "");
        }, svg);
        const lines = await readLines(page, path);
        const shown = words.filter((label) => !/^ \d+\+? $/.test(label)).map((label) => label.replace(/\s+/g, ""));
        const wanted = lines.map(([, label]) => label.replace(/^[☑☐] /, "").replace(/\s+/g, ""));
        expect(shown).toEqual(wanted);
      });
    }

    test("SVG of outlines has every label as a name, and no letter as text that the font has", async ({ page }) => {
      const { names, texts } = await page.evaluate(
        (source) => {
          const document = new DOMParser().parseFromString(source, "image/svg+xml");
          const labels = document.querySelectorAll("g[role]");
          return {
            names: [...labels].map((label) => label.getAttribute("aria-label") ?? ""),
            texts: [...document.querySelectorAll("text")].map((label) => label.textContent ?? ""),
          };
        },
        await text(page, path, "outlines.svg"),
      );
      const lines = await readLines(page, path);
      // Counts of what is below a node have names too.
      expect(names.filter((name) => !/^\d+\+?$/.test(name))).toEqual(
        lines.map(([, label]) => label.replace(/^[☑☐] /, "")),
      );
      expect(texts.filter((words) => /[\u0020-\u007e]/.test(words))).toEqual([]);
    });
  });
}

test("Mermaid's own parser takes every map", async ({ page }) => {
  await page.addScriptTag({ path: "node_modules/mermaid/dist/mermaid.min.js" });
  for (const path of PATHS) {
    const source = await text(page, path, "mmd");
    const kind = await page.evaluate(async (diagram) => {
      const { mermaid } = window as unknown as { mermaid: { parse(text: string): Promise<{ diagramType: string }> } };
      return (await mermaid.parse(diagram)).diagramType;
    }, source);
    expect(kind, path).toBe("mindmap");
    expect(source.split("\n").filter((line) => /^\s+\["/.test(line))).toHaveLength(
      (await readLines(page, path)).length,
    );
  }
});

test("Mermaid draws labels as they are written", async ({ page }) => {
  const labels = [
    "__init__",
    "_a_ and *b*",
    "2*3*4",
    "%%{init}%%",
    "fa:fa-user",
    "1. one",
    "#1; &lt;",
    "`x` $$y$$",
    "\\\\host\\share \\.*",
  ];
  const source = toMermaid(mapOf(labels.map((label) => node(label))), context);
  await page.addScriptTag({ path: "node_modules/mermaid/dist/mermaid.min.js" });
  const drawn = await page.evaluate(async (diagram) => {
    const { mermaid } = window as unknown as {
      mermaid: { render(id: string, text: string): Promise<{ svg: string }> };
    };
    const picture = new DOMParser().parseFromString((await mermaid.render("map", diagram)).svg, "text/html");
    return [...picture.querySelectorAll("foreignObject")].map(({ textContent }) => textContent?.trim());
  }, source);
  expect(drawn.filter(Boolean)).toEqual(["Root", ...labels.map((label) => label.replace("&lt;", "<"))]);
});

interface Topic {
  title: string;
  children?: { attached: Topic[] };
}

interface Canvas {
  nodes: { id: string }[];
  edges: { fromNode: string; toNode: string }[];
}

interface Mdast {
  type: string;
  value?: string;
  children?: Mdast[];
}

function plain(node: Mdast): string {
  if (node.type === "html") return "";
  return node.value ?? (node.children ?? []).map(plain).join("");
}

/** A file of a zip. */
function unzip(archive: string, name: string): string {
  const script = "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))";
  const args = UNZIP === "unzip" ? ["-p", archive, name] : ["-c", script, archive, name];
  return execFileSync(UNZIP, args, { encoding: "utf8" });
}
