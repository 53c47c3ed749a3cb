import { createRequire } from "node:module";
import { chromium } from "@playwright/test";
import type { IPureNode } from "markmap-common";
import { Transformer } from "markmap-lib";
import { findChromium } from "../browser/chromium.ts";

const require = createRequire(import.meta.url);

/** What the page of markmap's own scripts offers. */
interface MarkmapPage {
  markmap: {
    Markmap: {
      create(svg: SVGElement, options: object): { setData(root: IPureNode): Promise<void>; fit(): Promise<void> };
    };
  };
}

/**
 * An SVG of Markdown the way of markmap's users: markmap-cli writes a page, a headless browser that
 * is started for it draws it, and what stands in the page is written down. Without the animation
 * that a page begins with, and without the network that markmap-cli's page takes its scripts from.
 * @returns the SVG and how many nodes it shows
 */
export async function drawByBrowser(markdown: string): Promise<{ svg: string; nodes: number }> {
  const { root } = new Transformer([]).transform(markdown);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.setContent('<!doctype html><svg id="mindmap" width="1440" height="900"></svg>');
    for (const path of ["d3/dist/d3.min.js", "markmap-view/dist/browser/index.js"]) {
      await page.addScriptTag({ path: require.resolve(`../../node_modules/${path}`) });
    }
    return await page.evaluate(async (data) => {
      const { markmap } = window as unknown as MarkmapPage;
      const element = document.querySelector<SVGElement>("#mindmap");
      if (!element) throw new Error("the page has no picture");
      const map = markmap.Markmap.create(element, { duration: 0, initialExpandLevel: -1, maxWidth: 240 });
      await map.setData(data);
      await map.fit();
      const svg = new XMLSerializer().serializeToString(element);
      return { svg, nodes: element.querySelectorAll(".markmap-node").length };
    }, root);
  } finally {
    await browser.close();
  }
}
