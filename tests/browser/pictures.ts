import { spawnSync, type SpawnSyncOptions } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { getLabelFont } from "../../src/exports/fonts.node.ts";
import { paintInThread } from "../../src/exports/paint-threads.node.ts";

/** Draws an SVG file as PNG, one pixel for each of its own. */
interface Painter {
  /** Programs that it needs. */
  needs: readonly string[];
  paint(svg: string): Promise<Buffer> | Buffer;
}

/** The path of a file in a folder of its own that did not exist before. */
export function fresh(name: string): string {
  return join(mkdtempSync(join(tmpdir(), "map-")), name);
}

const labelFonts = ([400, 700] as const).map((weight) => {
  const file = fresh(`label-${weight}.ttf`);
  writeFileSync(file, getLabelFont(weight).trueType);
  return file;
});
/** Adds the label font to those of the machine: which of a list's other families programs take differs with what is installed. */
const fontConfig = fresh("fonts.conf");
writeFileSync(
  fontConfig,
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${labelFonts.map((file) => `  <dir>${join(file, "..")}</dir>\n`).join("")}</fontconfig>
`,
);

/** Runs a program; what it says is told only when it fails. */
export function run(program: string, args: string[], options: SpawnSyncOptions = {}): string {
  const env = { ...process.env, ...options.env, FONTCONFIG_FILE: fontConfig };
  const { status, stdout, stderr, error } = spawnSync(program, args, { ...options, env, encoding: "utf8" });
  if (error || status !== 0) throw new Error(`${program} ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}

/** Converts a file by LibreOffice, which writes into a folder under the file's own name. */
export function convertByOffice(file: string, ending: string, filter = ending): string {
  const target = fresh(basename(file).replace(/[^.]*$/, ending));
  // Two at a time need a profile each.
  const profile = pathToFileURL(fresh("profile")).href;
  const folder = join(target, "..");
  run("soffice", ["--headless", `-env:UserInstallation=${profile}`, "--convert-to", filter, "--outdir", folder, file]);
  return target;
}

/** ImageMagick under either of its names; others have a `convert` too. */
const magick = ["magick", "convert", "/usr/bin/convert"].find((name) =>
  spawnSync(name, ["-version"], { encoding: "utf8" }).stdout?.includes("ImageMagick"),
);

/** The size in pixels that an SVG asks for. */
function sizeOf(svg: string): [width: number, height: number] {
  const [, width, height] = /<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(readFileSync(svg, "utf8")) ?? [];
  return [Number(width), Number(height)];
}

/** Paints by a program that is given a file and the name of another. */
function byFile(program: string, args: (svg: string, png: string) => string[]): Painter["paint"] {
  return (svg) => {
    const file = fresh("map.png");
    run(program, args(svg, file));
    return readFileSync(file);
  };
}

function paintByOffice(svg: string): Buffer {
  const [width, height] = sizeOf(svg);
  // Left to itself it draws no side longer than 2,048 pixels.
  const size = { PixelWidth: { type: "long", value: `${width}` }, PixelHeight: { type: "long", value: `${height}` } };
  return readFileSync(convertByOffice(svg, "png", `png:draw_png_Export:${JSON.stringify(size)}`));
}

/** resvg, which comes with the project. */
export async function paintByResvg(svg: string): Promise<Buffer> {
  const family = "Atkinson Hyperlegible Next";
  const families = { defaultFontFamily: family, sansSerifFamily: family, monospaceFamily: family };
  const font = { loadSystemFonts: false, fontFiles: labelFonts, ...families };
  return Buffer.from(await paintInThread(readFileSync(svg, "utf8"), { font }));
}

/** What draws SVG, by its name. */
export const PAINTERS: Record<string, Painter> = {
  resvg: { needs: [], paint: paintByResvg },
  "rsvg-convert": { needs: ["rsvg-convert"], paint: byFile("rsvg-convert", (svg, png) => [svg, "-o", png]) },
  Inkscape: {
    needs: ["inkscape"],
    paint: byFile("inkscape", (svg, png) => [svg, "--export-type=png", `--export-filename=${png}`]),
  },
  ImageMagick: { needs: magick ? [] : ["magick"], paint: byFile(magick ?? "magick", (svg, png) => [svg, png]) },
  LibreOffice: { needs: ["soffice"], paint: paintByOffice },
};

/** How far two pictures are apart. */
export interface Difference {
  /** Light that is elsewhere, as a share of all that the first picture has on its ground: 0 is the same, 1 a blank page. */
  ink: number;
  /** Share of all pixels that differ by more than a quarter of the way from black to white. */
  strong: number;
}

/**
 * Compares a program's picture with the one that the browser has of a file: both at half their
 * size and a little blurred, since programs smooth edges each in their way.
 * @param page a page of the site that the file is of
 * @param address of the file the browser draws
 */
export function comparePictures(page: Page, address: string, png: Buffer): Promise<Difference> {
  return page.evaluate(
    async ([ours, theirs]) => {
      const load = async (source: string) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        return image;
      };
      const [first, second] = [await load(ours), await load(theirs)];
      if (
        Math.abs(first.naturalWidth - second.naturalWidth) > 2 ||
        Math.abs(first.naturalHeight - second.naturalHeight) > 2
      )
        throw new Error(
          `${second.naturalWidth} × ${second.naturalHeight} pixels, not ${first.naturalWidth} × ${first.naturalHeight}`,
        );
      const width = Math.round(first.naturalWidth / 2);
      const height = Math.round(first.naturalHeight / 2);
      const read = (image: HTMLImageElement) => {
        const context = new OffscreenCanvas(width, height).getContext("2d");
        if (!context) throw new Error("no canvas");
        context.filter = "blur(1px)";
        context.imageSmoothingQuality = "high";
        context.drawImage(image, 0, 0, width, height);
        const { data } = context.getImageData(0, 0, width, height);
        return Float32Array.from({ length: width * height }, (_, at) => {
          const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
          return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
        });
      };
      const [a, b] = [read(first), read(second)];
      // Nothing stands in the corner; the edge itself is blurred into nothing.
      const ground = a[width * 4 + 4] ?? 1;
      let [ink, elsewhere, strong] = [0, 0, 0];
      for (const [at, value] of a.entries()) {
        const difference = Math.abs(value - (b[at] ?? 0));
        ink += Math.abs(value - ground);
        elsewhere += difference;
        if (difference > 0.25) strong += 1;
      }
      return { ink: elsewhere / ink, strong: strong / a.length };
    },
    [address, `data:image/png;base64,${png.toString("base64")}`] as const,
  );
}
