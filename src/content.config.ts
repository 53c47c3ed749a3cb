import { resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { noteId, notePatterns } from "./notes/ids.ts";
import { foreignFrontMatter, frontMatter } from "./notes/schema.ts";

const own = !process.env.NOTES;
const folder = resolve(process.env.NOTES ?? "content");

const notes = defineCollection({
  loader: glob({
    base: pathToFileURL(folder + sep),
    pattern: notePatterns(own),
    generateId: ({ entry }) => noteId(entry),
  }),
  schema: own ? frontMatter : foreignFrontMatter,
});

export const collections = { notes };
