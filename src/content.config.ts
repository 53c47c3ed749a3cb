import { existsSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { defineCollection } from "astro:content";
import { file, glob } from "astro/loaders";
import { parse } from "yaml";
import { notesFolder } from "./notes/folder.ts";
import { type GlossaryTerm, glossaryTerm } from "./notes/glossary.ts";
import { noteId } from "./notes/ids.ts";
import { foreignFrontMatter, frontMatter } from "./notes/schema.ts";

const folder = notesFolder(process.env);
const glossaryFile = join(folder.path, "glossary.yaml");

const notes = defineCollection({
  loader: glob({
    base: pathToFileURL(resolve(folder.path) + sep),
    pattern: folder.patterns,
    generateId: ({ entry }) => noteId(entry),
  }),
  schema: folder.own ? frontMatter : foreignFrontMatter,
});

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
