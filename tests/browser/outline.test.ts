import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, listNotes } from "./dist.ts";
import { expect, test } from "./site.ts";

interface Node {
  content: string;
  children: Node[];
  payload: { id: string; tag: string };
}

function walk(node: Node): Node[] {
  return [node, ...node.children.flatMap(walk)];
}

test.describe("maps of notes", () => {
  for (const path of listNotes()) {
    test(`/${path}: 60 to 150 nodes, at most seven below each, labels of at most eight words`, () => {
      const { root } = JSON.parse(readFileSync(join(DIST, path, "map.json"), "utf8")) as { root: Node };
      const nodes = walk(root);
      expect(nodes.length).toBeGreaterThanOrEqual(60);
      expect(nodes.length).toBeLessThanOrEqual(150);
      expect(nodes.filter(({ children }) => children.length > 7).map(({ content }) => content)).toEqual([]);
      const labels = nodes.map(({ content }) => content.replace(/<[^>]*>/g, "").trim());
      expect(labels.filter((label) => label === "" || label.split(/\s+/).length > 8)).toEqual([]);
    });
  }
});

// The browser's own parser is the judge: what stands on the page, and what stands in the map.
test.use({ javaScriptEnabled: false });

for (const path of listNotes()) {
  test(`/${path}: every heading and item is one node, in order, with the page's words`, async ({ page }) => {
    const response = await page.request.get(`./${path}map.json`);
    const [, ...nodes] = walk(((await response.json()) as { root: Node }).root);
    await page.goto(`./${path}`);
    const places = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".prose :is(h1, h2, h3, h4, h5, h6, li)")]
        .filter((element) => !element.closest("[data-outline-ignore], .note-header"))
        .map((element) => {
          const own = element.cloneNode(true) as HTMLElement;
          for (const below of own.querySelectorAll("ul, ol, [data-permalink]:empty")) below.remove();
          return { id: element.id, words: own.textContent?.replace(/\s+/g, " ").trim() ?? "" };
        }),
    );
    const items = nodes.filter(({ payload }) => /^(?:h\d|li)$/.test(payload.tag));
    const labels = await page.evaluate(
      (contents) =>
        contents.map((content) => new DOMParser().parseFromString(content, "text/html").body.textContent?.trim() ?? ""),
      items.map(({ content }) => content),
    );
    expect(items.map(({ payload }, index) => ({ id: payload.id, words: labels[index] }))).toEqual(places);
    const missing = await page.evaluate(
      (ids) => ids.filter((id) => !document.getElementById(id)),
      nodes.map(({ payload }) => payload.id),
    );
    expect(missing).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
}
