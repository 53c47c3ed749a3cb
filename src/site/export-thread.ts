import { mkdirSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { ExportContext } from "../exports/format.ts";
import { FORMATS } from "../exports/formats.ts";
import { NODE } from "../exports/platform.node.ts";
import { sizeOfFile } from "../exports/svg.ts";
import type { Answer } from "../exports/threads.node.ts";
import { type NoteMap, layoutWhole } from "./maps.ts";

// The program of a thread that writes maps in formats; see `export-threads.ts`.

/** A map to be written. */
export interface ExportJob {
  map: NoteMap;
  context: ExportContext;
  extensions: readonly string[];
  /** Address of a folder that the files are put into, as `map.<extension>`; without one they are handed back. */
  folder?: string | undefined;
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
}

const encoder = new TextEncoder();

/** @throws Error when there is no such format, or a file cannot be made or stored */
async function write({ map, context, extensions, folder }: ExportJob): Promise<Exported> {
  const layout = layoutWhole(map);
  if (folder) mkdirSync(new URL(folder), { recursive: true });
  const exported: Exported = { bytes: [], bodies: [], ...sizeOfFile(layout) };
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
