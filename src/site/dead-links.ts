import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { findDeadLinks, type LinkingNote, type Mend } from "../notes/dead-links.ts";
import { tagSlug } from "../notes/ids.ts";
import { findNearest } from "../notes/nearest.ts";
import type { LinkTarget } from "../notes/links.ts";
import { inWords } from "../notes/paths.ts";
import { formatProblems } from "../notes/problems.ts";
import type { FrontMatter } from "../notes/schema.ts";
import type { TermLink } from "../notes/terms.ts";
import { isPage, isRoute } from "./routes.ts";
import { basePath } from "./url.ts";

/** What the terminal has said already: while authors write, notes are read again and again. */
const told = new Set<string>();

/**
 * Says in the terminal which links of notes lead nowhere, and which pictures are not there. A site can be made
 * nevertheless, unless `DEAD_LINKS=stop`.
 * @param drafts notes that the site leaves out
 * @param folder the notes' folder
 * @throws Error that says so instead, where a build is to end
 */
export function tellDeadLinks(
  notes: readonly (LinkingNote & { front: FrontMatter })[],
  drafts: readonly LinkTarget[],
  terms: readonly TermLink[],
  folder: string,
): void {
  const tags = new Set(notes.flatMap(({ front }) => front.tags ?? []).map(tagSlug));
  const anchors = new Set(terms.map(({ id }) => id));
  const check = (path: string, anchor: string) => checkAddress(path, anchor, tags, anchors);
  const read = (path: string) => readFileSync(resolve(folder, path), "utf8").replace(/\r\n?/g, "\n");
  const problems = findDeadLinks(notes, { base: basePath(), check, isPage, drafts }, read);
  if (problems.length === 0) return;
  const near = relative("", folder);
  const said = formatProblems(problems, near.startsWith("..") ? folder : near);
  if (process.env.DEAD_LINKS === "stop") {
    const error = new Error(said);
    // Where in the build it came to light is no help to authors.
    delete error.stack;
    throw error;
  }
  if (!told.has(said)) console.warn(said);
  told.add(said);
}

function checkAddress(
  path: string,
  anchor: string,
  tags: ReadonlySet<string>,
  terms: ReadonlySet<string>,
): Mend | undefined {
  if (!isRoute(path)) return undefined;
  const tag = /^\/tags\/([^/]+)/.exec(inWords(path))?.[1];
  if (tag !== undefined && !tags.has(tag)) {
    const nearest = findNearest(tag, [...tags]);
    return { expected: "a tag that a note has", mend: nearest ? `write /tags/${nearest}/` : "write /tags/" };
  }
  const term = inWords(anchor);
  if (/^\/glossary\/?$/.test(path) && term && !terms.has(term)) {
    const nearest = findNearest(term, [...terms]);
    const mend = nearest ? `write /glossary/#${nearest}` : "add the term to glossary.yaml";
    return { expected: "a term of the glossary", mend };
  }
  if (isPage(path)) return undefined;
  return { expected: "an address of the site", mend: "mend it, or take the link out" };
}
