import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineCollection } from "astro/content/config";
import { file } from "astro/loaders";
import { parse } from "yaml";
import { GLOSSARY_FILE, notesFolder } from "../notes/folder.ts";
import { type GlossaryTerm, glossaryTerm } from "../notes/glossary.ts";
import { foreignFrontMatter, frontMatter } from "../notes/schema.ts";
import { noteLoader } from "./note-loader.ts";

const folder = notesFolder(process.env);
const glossaryFile = join(folder.path, GLOSSARY_FILE);

const notes = defineCollection({
  loader: noteLoader(folder),
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
