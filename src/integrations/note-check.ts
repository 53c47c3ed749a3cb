import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { dirname, parse, relative, resolve, sep } from "node:path";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import { mdxToJs, mdxToMdast } from "satteri";
import { bundledLanguages, bundledLanguagesAlias, isSpecialLang } from "shiki";
import { glob } from "tinyglobby";
import { checkEndings, checkNotes } from "../notes/check.ts";
import { checkGlossary } from "../notes/check-glossary.ts";
import type { MarkupSurroundings } from "../notes/check-markup.ts";
import { GLOSSARY_FILE, MARKDOWN_FILES, notesFolder, type NotesFolder } from "../notes/folder.ts";
import { parseMarkdown, parseMdx } from "../notes/parse-markdown.ts";
import { formatProblems, type Problem } from "../notes/problems.ts";
import { createPictureFinder } from "../notes/picture-finder.node.ts";
import { lookAtPicture } from "./picture-state.ts";
import { stop } from "./stop.ts";

/** Lets the files be written to the end before they are read, in milliseconds. */
const PAUSE = 50;

/**
 * Checks all notes before they are read. Bad ones stop a build, with one message that names them all;
 * while authors write, the message is printed at each change and nothing stops.
 */
export function noteCheck(): AstroIntegration {
  const folder = notesFolder(process.env);
  const root = resolve(folder.path);
  /** What was told last of what harms nothing: while it stays as it is, it is not told anew at each change. */
  let told: string | undefined;
  const warn = ({ harmless }: Messages, logger: AstroIntegrationLogger) => {
    if (harmless && harmless !== told) logger.warn(harmless);
    told = harmless;
  };
  return {
    name: "note-check",
    hooks: {
      "astro:config:setup": async ({ command, config, updateConfig, logger }) => {
        // What is remembered of one folder's notes must not stand in for another's of the same name.
        if (!folder.own) updateConfig({ cacheDir: new URL(`notes-${digest(root)}/`, config.cacheDir) });
        if (command === "preview") return;
        const messages = await findProblems(folder, root);
        warn(messages, logger);
        const { harmful } = messages;
        if (harmful && command === "dev") logger.error(harmful);
        else if (harmful) stop(harmful);
      },
      "astro:server:setup": ({ server, logger }) => {
        let waiting: NodeJS.Timeout | undefined;
        let last: Promise<void> = Promise.resolve();
        const report = async () => {
          const messages = await findProblems(folder, root);
          warn(messages, logger);
          if (messages.harmful) logger.error(messages.harmful);
        };
        // One after the other: what is told last is how things are.
        const check = () => {
          last = last.then(report).catch((error: unknown) => logger.error(String(error)));
        };
        server.watcher.on("all", (_, path) => {
          if (!path.startsWith(root + sep) || /[/\\](?:\.|node_modules[/\\])/.test(path.slice(root.length))) return;
          clearTimeout(waiting);
          waiting = setTimeout(check, PAUSE);
        });
      },
    },
  };
}

/** What is wrong with the notes, in one message each: what stops a build, and what is told all the same. */
interface Messages {
  harmful?: string | undefined;
  harmless?: string | undefined;
}

async function findProblems({ path, patterns, own }: NotesFolder, root: string): Promise<Messages> {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    return { harmful: `There is no folder of notes at ${path}${own ? "" : ", where NOTES points"}.` };
  }
  const paths = await glob(patterns, { cwd: root, expandDirectories: false });
  if (paths.length === 0) {
    return {
      harmful: `There are no notes in ${path}: put .md or .mdx files there${own ? "" : ", or write another NOTES"}.`,
    };
  }
  const alike = [MARKDOWN_FILES, ...patterns.filter((pattern) => pattern.startsWith("!"))];
  const passed = await glob(alike, { cwd: root, expandDirectories: false, caseSensitiveMatch: false });
  const files = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readIfThere(resolve(root, path));
      return bytes ? [{ path, bytes }] : [];
    }),
  );
  const mdx = { compile: mdxToJs, parse: mdxToMdast, components: componentNames() };
  const glossary = resolve(root, GLOSSARY_FILE);
  const problems = [
    ...checkNotes(files.flat(), { required: own, folder: root, mdx, markup: surroundingsOf(root) }),
    ...checkEndings(passed),
    ...(existsSync(glossary) ? checkGlossary(await readFile(glossary, "utf8"), GLOSSARY_FILE) : []),
  ];
  const near = relative("", root);
  const format = (some: Problem[]) =>
    some.length > 0 ? formatProblems(some, near.startsWith("..") ? root : near) : undefined;
  return {
    harmful: format(problems.filter(({ isHarmless }) => !isHarmless)),
    harmless: format(problems.filter(({ isHarmless }) => isHarmless)),
  };
}

/** A file's bytes; undefined if it went since it was listed, as drafts of editors do. */
async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Drawings of all notes, wherever these are. */
const DRAWINGS = new URL("../../content/assets/", import.meta.url);

function surroundingsOf(root: string): MarkupSurroundings {
  return {
    parse: (source, isMdx) => (isMdx ? parseMdx(source) : parseMarkdown(source)),
    findPicture: createPictureFinder(root).find,
    lookAt: (path) => lookAtPicture(resolve(root, path)),
    // Astro is found wherever the notes are.
    hasPackage: (name, note) => name === "astro" || isBuiltin(name) || isInstalled(name, resolve(root, note)),
    drawings: existsSync(DRAWINGS) ? readdirSync(DRAWINGS).filter((name) => name.endsWith(".svg")) : [],
    isLanguage: (name) =>
      isSpecialLang(name) || name in bundledLanguages || name in bundledLanguagesAlias || name === "math",
  };
}

/** Whether a package is where bundlers look for it: in the folders above a file. */
function isInstalled(name: string, path: string): boolean {
  const above = dirname(path);
  return existsSync(resolve(above, "node_modules", name)) || (above !== path && isInstalled(name, above));
}

function componentNames(): string[] {
  return readdirSync(new URL("../components/note/", import.meta.url))
    .map((file) => parse(file))
    .flatMap(({ name, ext }) => (ext === ".astro" ? [name] : []));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
