import { join } from "node:path";
import { build } from "vite";
import type { Viewer } from "./platform.ts";

let made: Promise<Viewer> | undefined;

/** The interactive map as one script and one style sheet, bundled once. */
export function getViewer(): Promise<Viewer> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<Viewer> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    root: process.cwd(),
    base: "/",
    publicDir: false,
    build: {
      write: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      lib: {
        entry: join(process.cwd(), "src/client/standalone.ts"),
        formats: ["iife"],
        name: "map",
        cssFileName: "map",
      },
      rolldownOptions: { output: { codeSplitting: false } },
      minify: true,
    },
  });
  const [bundled] = [result].flat();
  if (!bundled || !("output" in bundled)) throw new Error("The viewer of the map could not be bundled.");
  const script = bundled.output.find(({ type }) => type === "chunk");
  const style = bundled.output.find(({ fileName }) => fileName.endsWith(".css"));
  if (script?.type !== "chunk" || style?.type !== "asset")
    throw new Error("The viewer of the map has no script or style.");
  return { script: script.code, style: String(style.source) };
}
