import { resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { notesFolder } from "./notes/folder.ts";
import { noteId } from "./notes/ids.ts";
import { foreignFrontMatter, frontMatter } from "./notes/schema.ts";

const folder = notesFolder(process.env);

const notes = defineCollection({
  loader: glob({
    base: pathToFileURL(resolve(folder.path) + sep),
    pattern: folder.patterns,
    generateId: ({ entry }) => noteId(entry),
  }),
  schema: folder.own ? frontMatter : foreignFrontMatter,
});

export const collections = { notes };
