import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parse, relative, resolve, sep } from "node:path";
import type { AstroIntegration } from "astro";
import { mdxToJs, mdxToMdast } from "satteri";
import { glob } from "tinyglobby";
import { checkNotes } from "../notes/check.ts";
import { notesFolder, type NotesFolder } from "../notes/folder.ts";
import { formatProblems } from "../notes/problems.ts";

/** Lets the files be written to the end before they are read, in milliseconds. */
const PAUSE = 50;

/**
 * Checks all notes before they are read. Bad ones stop a build, with one message that names them all;
 * while authors write, the message is printed at each change and nothing stops.
 */
export function noteCheck(): AstroIntegration {
  const folder = notesFolder(process.env);
  const root = resolve(folder.path);
  return {
    name: "note-check",
    hooks: {
      "astro:config:setup": async ({ command, config, updateConfig, logger }) => {
        // What is remembered of one folder's notes must not stand in for another's of the same name.
        if (!folder.own) updateConfig({ cacheDir: new URL(`notes-${digest(root)}/`, config.cacheDir) });
        if (command === "preview") return;
        const message = await findProblems(folder, root);
        if (message && command === "dev") logger.error(message);
        else if (message) stop(message);
      },
      "astro:server:setup": ({ server, logger }) => {
        let waiting: NodeJS.Timeout | undefined;
        const check = async () => {
          const message = await findProblems(folder, root);
          if (message) logger.error(message);
        };
        server.watcher.on("all", (_, path) => {
          if (!path.startsWith(root + sep) || !/\.mdx?$/.test(path)) return;
          clearTimeout(waiting);
          waiting = setTimeout(check, PAUSE);
        });
      },
    },
  };
}

/** All that is wrong with the notes in one message; undefined when nothing is. */
async function findProblems({ path, patterns, own }: NotesFolder, root: string): Promise<string | undefined> {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    return `There is no folder of notes at ${path}${own ? "" : ", where NOTES points"}.`;
  }
  const paths = await glob(patterns, { cwd: root, expandDirectories: false });
  const files = await Promise.all(
    paths.map(async (file) => ({ path: file, bytes: await readFile(resolve(root, file)) })),
  );
  const mdx = { compile: mdxToJs, parse: mdxToMdast, components: componentNames() };
  const problems = checkNotes(files, { required: own, mdx });
  const near = relative("", root);
  return problems.length > 0 ? formatProblems(problems, near.startsWith("..") ? root : near) : undefined;
}

function componentNames(): string[] {
  return readdirSync(new URL("../components/note/", import.meta.url))
    .map((file) => parse(file))
    .flatMap(({ name, ext }) => (ext === ".astro" ? [name] : []));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** Ends the process. An error thrown here would be reported as ours, with a place in our code. */
function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
