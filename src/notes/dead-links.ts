import { belowBase, noteOfFile } from "./addresses.ts";
import { linkKey } from "./link-key.ts";
import { createLinkIndex, findMeant, type LinkIndex, type LinkTarget, type NoteLink } from "./links.ts";
import { findNearest } from "./nearest.ts";
import { inWords } from "./paths.ts";
import type { Places } from "./places.ts";
import type { Problem } from "./problems.ts";
import { proseOf } from "./source-prose.ts";

/** A note as far as its links matter. */
export interface LinkingNote extends Places, LinkTarget {
  titleAnchor: string;
  links: readonly NoteLink[];
  /** Addresses of its pictures that are seen from the top of the host. */
  shown: readonly string[];
}

/** What a link should lead to instead. */
export type Mend = Pick<Problem, "expected" | "mend">;

/** What links may lead to beside notes, or be meant to. */
export interface OtherAddresses {
  /** The path that the site lives below, without a slash at its end. */
  base: string;
  /** Says what is wrong with a link to a path below the base; undefined for one that leads somewhere, and for those to notes. */
  check(path: string, anchor: string): Mend | undefined;
  /** Whether there is a page or file at a path below the base. */
  isPage(path: string): boolean;
  /** Notes that the site leaves out. */
  drafts: readonly LinkTarget[];
}

/**
 * Finds links of notes that lead to an address of the site, or a place in a note, that there is not, and pictures from
 * such addresses.
 * @param read gives the Markdown of the file with a path, to name lines
 */
export function findDeadLinks(
  notes: readonly LinkingNote[],
  site: OtherAddresses,
  read: (path: string) => string,
): Problem[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const mend = createMender(notes, site);
  const anchors = new Map<LinkingNote, Set<string>>();
  const anchorsOf = (note: LinkingNote) => {
    const known = anchors.get(note) ?? new Set([note.titleAnchor, ...note.anchors]);
    anchors.set(note, known);
    return known;
  };
  return notes.flatMap((note) => {
    const lineOf = createLineFinder(() => read(note.path));
    const problem = (written: string, fault: Mend): Problem => ({
      file: note.path,
      line: lineOf(written),
      found: `a link to ${written.replace(/^\[\[|\]\]$/g, "")}`,
      ...fault,
      isHarmless: true,
    });
    const toNotes = note.links.flatMap(({ to, anchor, written }) => {
      const target = to === undefined ? undefined : byId.get(to);
      if (!target) return problem(written, mend(written, note));
      return isPlace(anchor, anchorsOf(target))
        ? []
        : problem(written, missingPlace(anchor, target, anchorsOf(target)));
    });
    const others = note.addresses.flatMap((address) => {
      const [, path = "", anchor = ""] = SPLIT.exec(address) ?? [];
      if (path === "") {
        return isPlace(anchor, anchorsOf(note)) ? [] : problem(address, missingPlace(anchor, note, anchorsOf(note)));
      }
      const below = belowBase(path, site.base);
      const fault = below && site.check(below, anchor);
      return fault ? problem(`${below}${anchor && "#"}${anchor}`, fault) : [];
    });
    const pictures = note.shown.flatMap((address) => {
      if (isPicture(address, site, (id) => byId.has(id))) return [];
      return { ...problem(address, MISSING_PICTURE), found: `the picture ${address}, where there is no such file` };
    });
    return [...toNotes, ...others, ...pictures];
  });
}

const MISSING_PICTURE: Mend = {
  expected: "a file of public/",
  mend: "put the picture into public/, or beside the note and write its name",
};

/** Whether something is at a picture's address, which may be written with the path that the site lives below, or without. */
function isPicture(address: string, { base, isPage }: OtherAddresses, isNote: (id: string) => boolean): boolean {
  const [, path = ""] = SPLIT.exec(address) ?? [];
  const below = belowBase(path, base) ?? path;
  return isPage(below) || isNote(noteOfFile(below) ?? "");
}

/** The path of an address and its anchor, without what is asked between them. */
const SPLIT = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s;

/** "top" and no anchor at all are the top of any page (HTML, 7.4.6.4). */
function isPlace(anchor: string, anchors: ReadonlySet<string>): boolean {
  return anchor === "" || anchor.toLowerCase() === "top" || anchors.has(anchor) || anchors.has(inWords(anchor));
}

function missingPlace(anchor: string, { path }: LinkingNote, anchors: ReadonlySet<string>): Mend {
  // Anchors of items are made of the one of their section and their own words; nobody writes those of footnotes.
  const sections = [...anchors].filter((name) => !/--|^_top$|^footnote-label$|^user-content-/.test(name));
  const nearest = findNearest(inWords(anchor), [...anchors]);
  const mend = nearest ? `write #${nearest}` : `write one of ${sections.map((name) => `#${name}`).join(", ")}`;
  return { expected: `a place in ${path}`, mend: nearest || sections.length > 0 ? mend : "link to the note itself" };
}

/** Links for which a like name is looked for among all notes; where there are more, notes are yet to be written. */
const MOST_LOOKED_UP = 50;

/** Says what a link in a note that leads to none should lead to. */
function createMender(notes: readonly LinkingNote[], { base, drafts }: OtherAddresses) {
  // Of most sites no link asks for these.
  let indexes: Record<"published" | "left", LinkIndex> | undefined;
  let lookedUp = 0;
  return (written: string, from: LinkingNote): Mend => {
    indexes ??= { published: createLinkIndex(notes), left: createLinkIndex(drafts, { base, isRoute: () => false }) };
    const wiki = /^\[\[([^\]|#]*)/.exec(written)?.[1]?.trim();
    const meant = wiki === undefined ? [] : indexes.published.findAll(wiki);
    if (meant.length > 1) {
      const expected = `one note, where ${meant.length} are called so`;
      return { expected, mend: `write ${meant.map(({ id }) => `[[${id}]]`).join(" or ")}` };
    }
    const [draft] = findMeant(written, from, indexes.left);
    if (draft) {
      const expected = `a note that is no draft, as ${draft.path} is`;
      return { expected, mend: "take draft out of its front matter, or take the link out" };
    }
    lookedUp += 1;
    const others = lookedUp > MOST_LOOKED_UP ? [] : notes.filter((note) => note !== from);
    return { expected: "a note", mend: mendName(written, wiki, others) };
  };
}

const NOTE_ENDING = /\.mdx?$/i;

function mendName(written: string, wiki: string | undefined, notes: readonly LinkingNote[]): string {
  const name = (wiki ?? inWords(written.replace(/[?#].*$/, ""))).replace(/\/+$/, "").split("/").at(-1) ?? "";
  const isFile = wiki === undefined && NOTE_ENDING.test(name);
  // An ending that all files have makes no two alike.
  const lastOf = (path: string) => (path.split("/").at(-1) ?? "").replace(isFile ? NOTE_ENDING : "", "");
  const names = notes.map(({ id, path }) => lastOf(isFile ? path : id));
  const nearest = findNearest(lastOf(name), names);
  const note = nearest === undefined ? undefined : notes[names.indexOf(nearest)];
  if (!note) return "link to a note that there is, or take the link out";
  return wiki === undefined ? `write the path to ${note.path}` : `write [[${note.id}]]`;
}

/** Makes a function that says in which line of a note a link is written. Most notes have none that is asked for. */
function createLineFinder(read: () => string): (written: string) => number {
  let texts: [exact: string[], alike: string[]] | undefined;
  return (written) => {
    texts ??= readTexts(read());
    const forms = [written, inWords(written)];
    // The page may have other punctuation in it than the source.
    const [exact, alike] = [pairs(texts[0], forms), pairs(texts[1], forms.map(linkKey))];
    const [text, form] = [...exact, ...alike].find(([text, form]) => text.includes(form)) ?? ["", ""];
    return text.slice(0, text.indexOf(form)).split("\n").length;
  };
}

function readTexts(source: string): [exact: string[], alike: string[]] {
  // The page has no backslash before the bar of a link in a table.
  const unbarred = source.replaceAll("\\|", "|");
  // In code it is no link; HTML, which is left out with it, may hold one.
  const texts = [proseOf(unbarred), unbarred];
  return [texts, texts.map(linkKey)];
}

function pairs(texts: readonly string[], forms: readonly string[]): [text: string, form: string][] {
  return texts.flatMap((text) => forms.map((form): [string, string] => [text, form]));
}
