import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./site.ts";

/** Numbers that look random and are the same each time (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS =
  "key `tpm2_pcrread` **bold policy** *slanted* https://example.org/a/very/long/address/without/any/blank?query=1 Donaudampfschifffahrtsgesellschaftskapitän [link](x.md) ~~gone~~ H<sub>2</sub>O x<sup>2</sup> 安全密钥管理与审计 セキュリティ 보안 מפתח أمان 👩‍💻 naïve Ångström fi ffi AVATAR".split(
    " ",
  );

function makeNote(random: () => number): string {
  const label = () =>
    Array.from({ length: 1 + Math.floor(random() * 12) }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
  const lines = ["# Title", ""];
  for (let section = 0; section < 6; section += 1) {
    lines.push(`## ${label()}`, "");
    for (let item = 0; item < 6; item += 1) lines.push(`- ${label()}`, `  - ${label()}`);
    lines.push("");
  }
  return lines.join("\n");
}

interface Node {
  children: Node[];
  payload: { size: [number, number] };
}

// Labels are measured without a browser; here a browser, with the shipped font, says whether they were measured right.
for (const seed of [1, 2, 3]) {
  test(`no label leaves its box and no two boxes meet in made-up map ${seed}`, async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), "labels-"));
    writeFileSync(join(folder, "note.md"), makeNote(createRandom(seed)));
    const program = join(import.meta.dirname, "../../src/cli/map.ts");
    const run = (extension: string) => {
      execFileSync(process.execPath, [program, join(folder, "note.md"), "-o", join(folder, `map.${extension}`)]);
      return readFileSync(join(folder, `map.${extension}`), "utf8");
    };
    // The policy of the page forbids inline style.
    const svg = run("svg").replace(/<style>[\s\S]*?<\/style>/, "");
    const sizes: [number, number][] = [];
    const walk = ({ children, payload }: Node) => {
      sizes.push(payload.size);
      children.forEach(walk);
    };
    walk((JSON.parse(run("json")) as { root: Node }).root);
    await page.goto("./404.html");
    const measured = await page.evaluate(async (source) => {
      for (const style of ["14px", "700 14px", "700 20px"])
        await document.fonts.load(`${style} 'Atkinson Hyperlegible Next'`);
      const host = document.createElement("div");
      host.innerHTML = source.slice(source.indexOf("<svg"));
      document.body.append(host);
      return [...host.querySelectorAll("g")].map((node) => {
        const { e: x, f: y } = (node as SVGGElement).transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
        const box = (node.querySelector("text") as SVGTextElement).getBBox();
        return { x, y, words: node.textContent, left: box.x, right: box.x + box.width, bottom: box.y + box.height };
      });
    }, svg);
    expect(measured).toHaveLength(sizes.length);
    const boxes = measured.map((label, index) => ({ ...label, size: sizes[index] ?? [0, 0] }));
    for (const { left, right, size, words } of boxes) {
      expect(left, String(words)).toBeGreaterThanOrEqual(-1);
      expect(right, String(words)).toBeLessThanOrEqual(size[0] + 1);
    }
    const meeting = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (b) => a.x < b.x + b.size[0] && b.x < a.x + a.size[0] && a.y < b.y + b.size[1] && b.y < a.y + a.size[1],
        ),
    );
    expect(meeting).toEqual([]);
  });
}
