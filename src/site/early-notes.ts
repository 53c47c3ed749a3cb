import { existsSync, readFileSync } from "node:fs";
import { extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ContentEntryType } from "astro";
import type { LoaderContext } from "astro/loaders";
import { globSync } from "tinyglobby";
import { parse } from "yaml";
import { GLOSSARY_FILE, type NotesFolder } from "../notes/folder.ts";
import { glossaryTerm } from "../notes/glossary.ts";
import { noteId } from "../notes/ids.ts";
import type { FrontMatter } from "../notes/schema.ts";
import { anchorTerms, type TermLink } from "../notes/terms.ts";
import { describeSite, type ListedNote, targetOf } from "./targets.ts";
import { areThreadsOpen, readAhead, tellSite } from "./threads.ts";
import { basePath } from "./url.ts";

/** Astro's loader of files is given more than a loader's public types know. */
export type FileLoaderContext = LoaderContext & { entryTypes: Map<string, ContentEntryType> };

type Parse = LoaderContext["parseData"];

/**
 * In a build, begins to read the notes as soon as their fields are known, in threads, while Astro makes its
 * pages ready.
 * @returns a context for Astro's loader, which has it render only what is not read so
 */
export async function readEarly(context: FileLoaderContext, folder: NotesFolder): Promise<FileLoaderContext> {
  if (!areThreadsOpen()) return context;
  const parseData = once(context.parseData);
  const listed = await listNotes({ ...context, parseData }, folder);
  forgetMoved(context, listed, folder);
  const notes = listed.filter(({ front }) => !front.draft);
  const base = basePath(context.config.base);
  const targets = new Map(notes.map((note) => [note, targetOf(note, base)]));
  tellSite(describeSite([...targets.values()], readTerms(folder), { folder: resolve(folder.path), base }));
  for (const [note, target] of targets) {
    if (isPlain(note)) readAhead(note.id, { target, source: { markdown: note.body } });
  }
  const entryTypes = new Map([...context.entryTypes].map(([ending, type]) => [ending, withoutPlain(type)]));
  return { ...context, parseData, entryTypes };
}

/**
 * Whether a note can be rendered without Astro, which runs the code of MDX, and knows what pictures it made
 * of those in a note.
 */
function isPlain({ path, body = "" }: { path: string; body?: string | undefined }): boolean {
  return path.endsWith(".md") && !/!\[|<img\b/i.test(body);
}

/**
 * Forgets what is stored of notes whose file has another name now, or that are to be rendered by Astro now:
 * its loader keeps what has the same text.
 */
function forgetMoved({ store, config }: FileLoaderContext, notes: readonly ListedNote[], folder: NotesFolder): void {
  for (const { id, path, body } of notes) {
    const stored = store.get(id);
    if (!stored) continue;
    const file = relative(fileURLToPath(config.root), resolve(folder.path, path)).split(sep).join("/");
    const isRendered = stored.rendered !== undefined || stored.deferredRender === true;
    if (stored.filePath !== file || (!isRendered && !isPlain({ path, body }))) store.delete(id);
  }
}

/** A type of file whose plain notes are left as they are. */
function withoutPlain(type: ContentEntryType): ContentEntryType {
  const { getRenderFunction } = type;
  if (!getRenderFunction) return type;
  let render: ReturnType<typeof getRenderFunction> | undefined;
  const renderOther: typeof getRenderFunction = async (config) => async (entry) => {
    // Astro's loader stores a note without HTML, too.
    if (isPlain({ path: entry.filePath ?? "", body: entry.body })) return undefined as never;
    render ??= getRenderFunction(config);
    return (await render)(entry);
  };
  return { ...type, getRenderFunction: renderOther };
}

/** The notes whose fields are right; the others Astro's loader tells of. */
async function listNotes({ entryTypes, parseData }: FileLoaderContext, folder: NotesFolder): Promise<ListedNote[]> {
  const paths = globSync(folder.patterns, { cwd: folder.path, expandDirectories: false });
  const listed = await Promise.allSettled(
    paths.map(async (path) => {
      const filePath = resolve(folder.path, path);
      const file = { contents: readFileSync(filePath, "utf8"), fileUrl: pathToFileURL(filePath) };
      const { data, body } = await (entryTypes.get(extname(path)) as ContentEntryType).getEntryInfo(file);
      const id = noteId(path);
      return { id, path, body, front: (await parseData({ id, data, filePath })) as FrontMatter };
    }),
  );
  return listed.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}

/** Parses the fields of each file once. */
function once(parseData: Parse): Parse {
  const known = new Map<string, ReturnType<Parse>>();
  return ((props) => {
    const key = props.filePath ?? props.id;
    const parsed = known.get(key) ?? parseData(props);
    known.set(key, parsed);
    return parsed;
  }) as Parse;
}

function readTerms(folder: NotesFolder): TermLink[] {
  const file = join(folder.path, GLOSSARY_FILE);
  if (!existsSync(file)) return [];
  return anchorTerms((parse(readFileSync(file, "utf8")) as unknown[]).map((term) => glossaryTerm.parse(term)));
}
