import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { createThreads, type Threads } from "../exports/threads.node.ts";
// What threads of a build warn of they warn of once, by memory that has to be there before them.
import "../exports/warnings.node.ts";
import type { Viewer } from "../exports/platform.ts";
import type { Exported, ExportJob, ReadJob, ThreadJob } from "./note-thread.ts";
import type { NoteText, Site } from "./read-text.ts";

/** What threads run. Not from where this module is: a build has that in a bundle of its own. */
export const THREAD_PROGRAM = resolve("src/site/note-thread.ts");

const MOST_THREADS = 4;
/** Jobs that a thread is sent before it has done the first of them. */
const AHEAD = 8;
/** How long a thread reads its program, a note is read or its files are written, and a map is painted, in milliseconds. */
const TIMES = { startup: 400, note: 20, painted: 250 };

/** What there is once in a program, although a build reads this module several times: for its collections, and for its pages. */
interface Shared {
  threads: Threads<ThreadJob, unknown>;
  /** Texts that are being read before a page asks for them, by the note's id. */
  texts: Map<string, Promise<NoteText>>;
}

const SHARED = Symbol.for("threads of the site");

function getShared(): Shared {
  return (Reflect.get(globalThis, SHARED) as Shared | undefined) ?? openThreads();
}

/**
 * Starts threads that read notes and write maps beside the program's own, which goes on with pages. A build does
 * so early, so that they have read their program when the first note is known.
 */
export function openThreads(): Shared {
  const threads = createThreads<ThreadJob, unknown>(() => new Worker(THREAD_PROGRAM), {
    most: Math.min(MOST_THREADS, availableParallelism()),
    early: true,
    ahead: AHEAD,
    startup: TIMES.startup,
    // What is painted is handed back; all else is put into a folder.
    estimate: (job) => ("write" in job && !job.write.folder ? TIMES.painted : TIMES.note),
  });
  const shared: Shared = { threads, texts: new Map() };
  Reflect.set(globalThis, SHARED, shared);
  return shared;
}

/** Gives the threads of a build the viewer, for which each would have to load Vite; they wait for it, or for why there is none. */
export async function shareViewer(viewer: Promise<Viewer>): Promise<void> {
  const { threads } = getShared();
  try {
    threads.tell({ viewer: await viewer });
  } catch (error) {
    threads.tell({ noViewer: error });
  }
}

/** Whether threads were started, as a build does before it reads its notes. */
export function areThreadsOpen(): boolean {
  return Reflect.has(globalThis, SHARED);
}

/** Says in which site the notes stand that are read from now on. */
export function tellSite(site: Site): void {
  getShared().threads.tell({ site });
}

/** Reads a note's text; threads must have been told of the site. */
export function readInThread(read: ReadJob): Promise<NoteText> {
  return getShared().threads.run({ read }) as Promise<NoteText>;
}

/** Begins to read a text, for {@link takeText}. */
export function readAhead(id: string, read: ReadJob): void {
  const text = readInThread(read);
  // What goes wrong is told where the text is taken.
  text.catch(() => undefined);
  getShared().texts.set(id, text);
}

/** The text of a note that was begun to be read, if it was. */
export function takeText(id: string): Promise<NoteText> | undefined {
  const { texts } = getShared();
  const text = texts.get(id);
  texts.delete(id);
  return text;
}

/** Writes a map in some formats. */
export function exportInThread(write: ExportJob): Promise<Exported> {
  return getShared().threads.run({ write }) as Promise<Exported>;
}
