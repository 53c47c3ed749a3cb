import { readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ContentEntryType } from "astro";
import { glob, type Loader, type LoaderContext } from "astro/loaders";
import { globSync } from "tinyglobby";
import { checkFields } from "../notes/check-fields.ts";
import { restoreDays } from "../notes/dates.ts";
import type { NotesFolder } from "../notes/folder.ts";
import { bodyOf, findUnclosed } from "../notes/front-matter.ts";
import { noteId } from "../notes/ids.ts";
import { fromObsidian } from "../notes/obsidian.ts";
import { createPictureFinder, type PictureFinder } from "../notes/picture-finder.node.ts";
import { formatProblems } from "../notes/problems.ts";
import { keepReadable, withFault } from "../notes/unreadable.ts";
import { type FileLoaderContext, readEarly } from "./early-notes.ts";

/**
 * Loads the notes of a folder. Astro's loader tells of a note that cannot be rendered, and makes a page without its
 * text; wrong front matter it throws. Here the first stops a build too. While authors write, neither stops anything:
 * the note's page says what is wrong, and the note is rendered anew when what it lacks may have come.
 */
export function noteLoader(folder: NotesFolder): Loader {
  const loader = glob({
    base: pathToFileURL(resolve(folder.path) + sep),
    pattern: folder.patterns,
    generateId: ({ entry }) => noteId(entry),
  });
  return {
    ...loader,
    async load(context) {
      const failed = new Map<string, string>();
      const pictures = createPictureFinder(resolve(folder.path));
      const given = readAsWritten(context as FileLoaderContext, folder, pictures);
      const logger = listenFor(context.logger, failed);
      await loader.load({ ...(context.watcher ? forgive(given, folder) : await readEarly(given, folder)), logger });
      for (const path of failed.keys()) forgetDigest(path, context.store);
      if (context.watcher) renewWaiting(context, context.watcher, { folder, failed, pictures });
      else if (failed.size > 0) {
        const told = [...failed].map(([path, said]) => `${join(folder.path, path)}: ${said}`);
        throw new Error(`Notes that cannot be rendered:\n${told.join("\n")}`);
      }
    },
  };
}

/** Has a note count as changed, here and in the builds to come. */
function forgetDigest(path: string, store: LoaderContext["store"]): void {
  const entry = store.get(noteId(path));
  if (entry) store.set({ ...entry, digest: "" });
}

interface Waiting {
  folder: NotesFolder;
  /** What is told of notes that could not be rendered, by their paths. */
  failed: Map<string, string>;
  pictures: PictureFinder;
}

/** While authors write, renders notes anew when a file they show, lead to or lack comes, changes or goes. */
function renewWaiting(
  { store }: LoaderContext,
  watcher: NonNullable<LoaderContext["watcher"]>,
  { folder, failed, pictures }: Waiting,
): void {
  const renew = (paths: Iterable<string>) => {
    for (const path of paths) {
      forgetDigest(path, store);
      watcher.emit("change", resolve(folder.path, path));
    }
  };
  watcher.on("all", (event, path) => {
    if (!resolve(path).startsWith(resolve(folder.path) + sep)) return;
    if (/\.mdx?$/.test(path)) {
      if (event === "unlink") renew(filesLike(path, folder));
      return;
    }
    pictures.forget();
    const waiting = event === "add" ? [...failed.keys()] : [];
    for (const each of waiting) failed.delete(each);
    renew(new Set([...waiting, ...notesThatName(basename(path), store, folder)]));
  });
}

/** Has notes read with the days and the first line that they have, and as Markdown whose authors write for Obsidian. */
function readAsWritten(context: FileLoaderContext, folder: NotesFolder, pictures: PictureFinder): FileLoaderContext {
  const read = (type: ContentEntryType): ContentEntryType => ({
    ...type,
    getEntryInfo: async (file) => {
      const info = await type.getEntryInfo(file);
      const note = pathOf(fileURLToPath(file.fileUrl), folder);
      const written = bodyOf(file.contents);
      const body = note.endsWith(".md") ? fromObsidian(written, note, (name) => pictures.find(name, note)) : written;
      return { ...info, data: restoreDays(info.data, info.rawData), body };
    },
  });
  const entryTypes = [...context.entryTypes].map(([ending, type]) => [ending, read(type)] as const);
  return {
    ...context,
    entryTypes: new Map(entryTypes),
    // An embed may show another file when there are others, though its note is the same.
    generateDigest: (source) =>
      context.generateDigest(String(source).includes("![[") ? `${source}\n${pictures.list().join("\n")}` : source),
  };
}

/** Takes down what is told of notes that cannot be rendered, by their files. */
function listenFor(logger: LoaderContext["logger"], failed: Map<string, string>): LoaderContext["logger"] {
  return new Proxy(logger, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (message: string) => {
        const [, file, said] = /^Error rendering (.+?\.mdx?): (.*)$/s.exec(message) ?? [];
        if (name === "error" && file) failed.set(file, said ?? "");
        Reflect.apply(value, target, [message]);
      };
    },
  });
}

/** Lets notes with wrong front matter in, with what of it is right and what is told of the rest. */
function forgive(context: FileLoaderContext, folder: NotesFolder): FileLoaderContext {
  const { entryTypes } = context;
  const faults = new Map<string, unknown>();
  const forgiving = (type: ContentEntryType): ContentEntryType => ({
    ...type,
    getEntryInfo: async (file) => {
      try {
        // Its fields would be the note's text.
        if (findUnclosed(file.contents.replace(/\r\n?/g, "\n"))) throw new Error("front matter without an end");
        return await type.getEntryInfo(file);
      } catch (error) {
        faults.set(fileURLToPath(file.fileUrl), error);
        return { data: {}, body: "", slug: "", rawData: "" };
      }
    },
  });
  return {
    ...context,
    entryTypes: new Map([...entryTypes].map(([ending, type]) => [ending, forgiving(type)])),
    async parseData(props) {
      const { data, filePath = "" } = props;
      try {
        if (!faults.has(filePath)) return await context.parseData(props);
      } catch (error) {
        faults.set(filePath, error);
      }
      const error = faults.get(filePath);
      // The note may be right the next time, whatever comes of telling what is wrong with it now.
      faults.delete(filePath);
      const fault = tellFault(filePath, folder, error);
      return withFault(await context.parseData({ ...props, data: keepReadable(data) as typeof data }), fault);
    },
  };
}

/** What is wrong with a note's front matter, as the check before a build tells it. */
function tellFault(path: string, folder: NotesFolder, error: unknown): string {
  const note = readFileSync(path, "utf8").replace(/\r\n?/g, "\n");
  const problems = checkFields(note, folder.own).map((finding) => ({ file: pathOf(path, folder), ...finding }));
  return problems.length > 0 ? formatProblems(problems, folder.path) : String(error);
}

/** Path of a file below the notes' folder. */
function pathOf(path: string, folder: NotesFolder): string {
  return relative(folder.path, path).split(sep).join("/");
}

/** Files of notes with the id that another had: Astro forgets the note with its old file, the new being there already. */
function filesLike(path: string, folder: NotesFolder): string[] {
  const files = globSync(folder.patterns, { cwd: folder.path, expandDirectories: false });
  return files.filter((file) => noteId(file) === noteId(pathOf(path, folder)));
}

/** Files of notes that show a file, or lead to it. */
function notesThatName(name: string, store: LoaderContext["store"], folder: NotesFolder): string[] {
  const named = store.values().filter(({ body = "" }) => body.includes(name) || body.includes(encodeURI(name)));
  return named.flatMap(({ filePath }) => (filePath ? pathOf(filePath, folder) : []));
}
