import { existsSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { defineCollection } from "astro:content";
import { file, glob, type Loader } from "astro/loaders";
import { parse } from "yaml";
import { notesFolder } from "./notes/folder.ts";
import { type GlossaryTerm, glossaryTerm } from "./notes/glossary.ts";
import { noteId } from "./notes/ids.ts";
import { foreignFrontMatter, frontMatter } from "./notes/schema.ts";

const folder = notesFolder(process.env);
const glossaryFile = join(folder.path, "glossary.yaml");

const notes = defineCollection({
  loader: failing(
    glob({
      base: pathToFileURL(resolve(folder.path) + sep),
      pattern: folder.patterns,
      generateId: ({ entry }) => noteId(entry),
    }),
  ),
  schema: folder.own ? frontMatter : foreignFrontMatter,
});

/**
 * Astro's loader tells of a note that cannot be rendered, and makes a page without its text. Here it
 * stops a build. While authors write, the note is rendered anew when a file comes into the
 * folder, since what it lacks may be another file.
 */
function failing(loader: Loader): Loader {
  return {
    ...loader,
    async load(context) {
      const failed = new Map<string, string>();
      const logger = new Proxy(context.logger, {
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
      await loader.load({ ...context, logger });
      // Without a digest it counts as changed, here and in the builds to come.
      const forget = (file: string) => {
        const entry = context.store.get(noteId(file));
        if (entry) context.store.set({ ...entry, digest: "" });
      };
      for (const file of failed.keys()) forget(file);
      if (failed.size > 0 && !context.watcher) {
        const told = [...failed].map(([file, said]) => `${join(folder.path, file)}: ${said}`);
        const message = `Notes that cannot be rendered:\n${told.join("\n")}`;
        throw new Error(message);
      }
      context.watcher?.on("all", (event, path) => {
        if (event !== "add" || /\.mdx?$/.test(path)) return;
        const waiting = [...failed.keys()];
        failed.clear();
        for (const file of waiting) {
          forget(file);
          context.watcher?.emit("change", resolve(folder.path, file));
        }
      });
    },
  };
}

/** Terms in the order of the file; a folder of notes need not have any. */
const glossary = defineCollection({
  loader: existsSync(glossaryFile)
    ? file(glossaryFile, {
        parser: (text) => (parse(text) as GlossaryTerm[]).map((term, index) => ({ id: String(index), ...term })),
      })
    : () => [],
  schema: glossaryTerm.extend({ id: glossaryTerm.shape.term.optional() }),
});

export const collections = { notes, glossary };
