import { mkdirSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { ExportContext } from "../exports/format.ts";
import { FORMATS } from "../exports/formats.ts";
import { NODE } from "../exports/platform.node.ts";
import { sizeOfFile } from "../exports/svg.ts";
import type { Answer } from "../exports/threads.node.ts";
import { drawPicture, type PictureView } from "./map-picture.ts";
import { type MapSource, createMap, layoutWhole } from "./maps.ts";

// The program of a thread that writes maps in formats; see `export-threads.ts`.

/** A map to be written. */
export interface ExportJob {
  source: MapSource;
  context: ExportContext;
  extensions: readonly string[];
  /** Address of a folder that the files are put into, as `map.<extension>`; without one they are handed back. */
  folder?: string | undefined;
  /** Other files to be put there, by their path in the folder. */
  texts?: Readonly<Record<string, string>>;
  /** Pictures of the map to be drawn for pages. */
  views?: readonly PictureView[];
}

/** What was written, in the order of the job's extensions. */
export interface Exported {
  /** How large each file is. */
  bytes: number[];
  /** What each file holds; none if they were put into a folder. */
  bodies: Uint8Array<ArrayBuffer>[];
  /** Size in pixels of those that are pictures. */
  width: number;
  height: number;
  /** SVG elements for pages, one for each of the job's views. */
  pictures: string[];
}

const encoder = new TextEncoder();

/** @throws Error when there is no such format, or a file cannot be made or stored */
async function write(job: ExportJob): Promise<Exported> {
  const { context, extensions, folder } = job;
  const map = createMap(...job.source);
  const layout = layoutWhole(map);
  const pictures = (job.views ?? []).map((view) => drawPicture(map, context.title, view));
  const exported: Exported = { bytes: [], bodies: [], pictures, ...sizeOfFile(layout) };
  if (folder) mkdirSync(new URL(folder), { recursive: true });
  for (const [path, text] of Object.entries(job.texts ?? {})) writeFileSync(new URL(path, folder), text);
  for (const extension of extensions) {
    const format = FORMATS.find((candidate) => candidate.extension === extension);
    if (!format) throw new Error(`There is no export format "${extension}"; see src/exports/formats.ts.`);
    const written = await format.write({ ...map, layout, theme: "light" }, context, NODE);
    const body = typeof written === "string" ? encoder.encode(written) : Uint8Array.from(written);
    exported.bytes.push(body.length);
    if (folder) writeFileSync(new URL(`map.${extension}`, folder), body);
    else exported.bodies.push(body);
  }
  return exported;
}

let before: Promise<unknown> = Promise.resolve();

parentPort?.on("message", (job: ExportJob) => {
  // Answers come in the order of the jobs.
  before = before
    .then(() => write(job))
    .then(
      (result) => {
        const answer: Answer<Exported> = { result };
        parentPort?.postMessage(
          answer,
          result.bodies.map(({ buffer }) => buffer),
        );
      },
      (error: unknown) => parentPort?.postMessage({ error } satisfies Answer<never>),
    );
});
