import { mkdirSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { ExportContext } from "../exports/format.ts";
import { FORMATS } from "../exports/formats.ts";
import { NODE } from "../exports/platform.node.ts";
import type { Platform, Viewer } from "../exports/platform.ts";
import { sizeOfFile } from "../exports/svg.ts";
import type { Answer } from "../exports/threads.node.ts";
import type { LinkTarget } from "../notes/links.ts";
import { drawPictures } from "./map-picture.ts";
import { type MapSource, createMap, layoutWhole } from "./maps.ts";
import { type NoteText, readText, type Site, surroundingsOf, type TextSurroundings } from "./read-text.ts";

// The program of a thread that reads notes and writes maps; see `threads.ts`.

/** A note to be read. */
export interface ReadJob {
  target: LinkTarget;
  /** Its text: Markdown, or what was made of it. */
  source: { markdown: string } | { html: string };
}

/** A map to be written. */
export interface ExportJob {
  source: MapSource;
  context: ExportContext;
  extensions: readonly string[];
  /** Address of a folder that the files are put into, as `map.<extension>`; without one they are handed back. */
  folder?: string | undefined;
  /** Other files to be put there, by their path in the folder. */
  texts?: Readonly<Record<string, string>>;
  /** Addresses of pages that are to show the map; "" for the one that shows the text. */
  pages?: readonly string[];
}

/** What a thread is asked for: to read a note, or to write its files. */
export type ThreadJob = { read: ReadJob } | { write: ExportJob };

/** What threads of a build are told: in which site the notes stand, and the viewer, or why there is none. */
type News = { site: Site } | { viewer: Viewer } | { noViewer: unknown };

/** What was written, in the order of the job's extensions. */
export interface Exported {
  /** How large each file is. */
  bytes: number[];
  /** What each file holds; none if they were put into a folder. */
  bodies: Uint8Array<ArrayBuffer>[];
  /** Size in pixels of those that are pictures. */
  width: number;
  height: number;
  /** SVG elements for pages, one for each of the job's. */
  pictures: string[];
}

const encoder = new TextEncoder();

let surroundings: TextSurroundings | undefined;

/** The viewer that a build makes for all its threads. */
const shared = Promise.withResolvers<Viewer>();
// What goes wrong is told where a file needs it.
shared.promise.catch(() => undefined);
/** A build, which knows its site before any map is written, sends the viewer; otherwise the thread makes its own. */
const platform: Platform = { ...NODE, viewer: () => (surroundings ? shared.promise : NODE.viewer()) };

/** @throws Error when there is no such format, or a file cannot be made or stored */
async function write(job: ExportJob): Promise<Exported> {
  const { context, extensions, folder } = job;
  const map = createMap(...job.source);
  const layout = layoutWhole(map);
  const pictures = job.pages ? drawPictures(map, context.title, job.pages) : [];
  const exported: Exported = { bytes: [], bodies: [], pictures, ...sizeOfFile(layout) };
  if (folder) mkdirSync(new URL(folder), { recursive: true });
  for (const [path, text] of Object.entries(job.texts ?? {})) writeFileSync(new URL(path, folder), text);
  for (const extension of extensions) {
    const format = FORMATS.find((candidate) => candidate.extension === extension);
    if (!format) throw new Error(`There is no export format "${extension}"; see src/exports/formats.ts.`);
    const written = await format.write({ ...map, layout, theme: "light" }, context, platform);
    const body = typeof written === "string" ? encoder.encode(written) : written;
    exported.bytes.push(body.length);
    if (folder) writeFileSync(new URL(`map.${extension}`, folder), body);
    // What is handed over may be no part of something larger.
    else exported.bodies.push(body.slice());
  }
  return exported;
}

/** Opened when it is asked for: what writes maps alone needs none. */
let renderer: ReturnType<typeof openRenderer> | undefined;

async function openRenderer() {
  const { markdownOptions } = await import("./markdown.ts");
  const { processor, ...options } = markdownOptions();
  return processor.createRenderer(options);
}

async function read({ target, source }: ReadJob): Promise<NoteText> {
  if (!surroundings) throw new Error("This thread was not told of the site.");
  if ("html" in source) return readText(source.html, target, surroundings);
  renderer ??= openRenderer();
  const { code } = await (await renderer).render(source.markdown);
  return readText(code, target, surroundings);
}

let before: Promise<unknown> = Promise.resolve();

function answer<Result>(work: () => Promise<Result>, buffers: (result: Result) => ArrayBuffer[] = () => []): void {
  // Answers come in the order of the jobs.
  before = before.then(work).then(
    (result) => parentPort?.postMessage({ result } satisfies Answer<Result>, buffers(result)),
    (error: unknown) => parentPort?.postMessage({ error } satisfies Answer<never>),
  );
}

parentPort?.on("message", (message: ThreadJob | News) => {
  if ("site" in message) surroundings = surroundingsOf(message.site);
  else if ("viewer" in message) shared.resolve(message.viewer);
  else if ("noViewer" in message) shared.reject(message.noViewer);
  else if ("read" in message) answer(() => read(message.read));
  else
    answer(
      () => write(message.write),
      ({ bodies }) => bodies.map(({ buffer }) => buffer),
    );
});
