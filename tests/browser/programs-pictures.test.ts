import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./dist.ts";
import { comparePictures, type Difference, fresh, PAINTERS, paintByResvg } from "./pictures.ts";
import { expect, test } from "./site.ts";
import { testWith } from "./with-programs.ts";

// What programs draw is what Chromium draws.

const MAP = "notes/hardware/tpm/map";

/**
 * How far pictures may be apart (see `Difference`). Letters as shapes leave only the smoothing of
 * edges: measured 0.04 to 0.07 of the ink, 0.11 in LibreOffice, and no pixel that differs strongly.
 * Words as text are set by each program: 0.10, 0.20 in LibreOffice, and 0.00007 of the pixels. Another
 * font of other widths is 0.28 and 0.0025 apart, and the least of the faults below 0.29.
 */
const BOUNDS: Record<"outlines.svg" | "svg", Difference> = {
  "outlines.svg": { ink: 0.17, strong: 0.0001 },
  svg: { ink: 0.22, strong: 0.0005 },
};

function expectWithin(found: Difference, bound: Difference): void {
  expect(found.ink, "ink elsewhere").toBeLessThan(bound.ink);
  expect(found.strong, "pixels that differ strongly").toBeLessThan(bound.strong);
}

test.beforeEach(async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto("./glossary/");
});

for (const [name, { needs, paint }] of Object.entries(PAINTERS)) {
  testWith(needs, `${name} draws letters that are shapes as Chromium does`, async ({ page }) => {
    const png = await paint(join(DIST, `${MAP}.outlines.svg`));
    expectWithin(await comparePictures(page, `/${MAP}.outlines.svg`, png), BOUNDS["outlines.svg"]);
  });

  testWith(needs, `${name} draws text as Chromium does`, async ({ page }) => {
    const png = await paint(join(DIST, `${MAP}.svg`));
    // Programs are given the label font, which Chromium has from the file that brings it.
    expectWithin(await comparePictures(page, `/${MAP}.embedded.svg`, png), BOUNDS.svg);
  });
}

test.describe("the measure tells apart", () => {
  const svg = () => readFileSync(join(DIST, `${MAP}.outlines.svg`), "utf8");
  const faults: Record<string, (svg: string) => string> = {
    "a picture without its words": (svg) => svg.replace(/<use [^>]*>/g, ""),
    "pale words on a light ground": (svg) => svg.replaceAll("#1b2420", "#e9eeea"),
    "black lines": (svg) => svg.replace(/ stroke="#\w+"/g, ' stroke="#000"'),
    "words a tenth larger": (svg) =>
      svg.replace(/matrix\(([\d.]+) 0 ([\d.]+) -([\d.]+) /g, (_, ...parts) => {
        const [width, slant, height] = parts.slice(0, 3).map((part) => Number(part) * 1.1);
        return `matrix(${width} 0 ${slant} -${height} `;
      }),
    "words two pixels lower": (svg) =>
      svg.replace(/matrix\((\S+ \S+ \S+ \S+ \S+) (\S+)\)/g, (_, rest, y) => `matrix(${rest} ${Number(y) + 2})`),
  };
  for (const [fault, change] of Object.entries(faults)) {
    test(fault, async ({ page }) => {
      const file = fresh("map.svg");
      writeFileSync(file, change(svg()));
      const found = await comparePictures(page, `/${MAP}.outlines.svg`, await paintByResvg(file));
      expect(found.ink).toBeGreaterThan(BOUNDS["outlines.svg"].ink);
    });
  }
});
