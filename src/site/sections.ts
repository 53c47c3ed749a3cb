import { humanise } from "../notes/titles.ts";
import { getNote, getNotes, type Note } from "./notes.ts";
import { withBase } from "./url.ts";

/** A folder by its path in ids, and what it is called where those it stands in are named beside it. */
export interface Folder {
  id: string;
  name: string;
}

/** A folder of notes. */
export interface Section {
  /** The folder's path in ids; "" for notes at the top. */
  id: string;
  /** What it is called by itself: as it is, behind the names of those it stands in. */
  title: string;
  /** The folders that lead to it from the top, itself the last. */
  folders: Folder[];
  notes: Note[];
}

/** Folders shown on the first page, which does not grow with the site. */
export const SECTIONS_SHOWN = 12;

/** Address of a folder: its place on the first page, or in the atlas when the page has too many; none for one without notes of its own. */
export function sectionUrl(id: string, sections: readonly Section[]): string | undefined {
  const at = sections.findIndex((section) => section.id === id);
  if (at < 0) return undefined;
  return at < SECTIONS_SHOWN ? withBase(`#${id}`) : withBase(`atlas/#${sectionAnchor(id)}`);
}

/** Anchor of a folder in the atlas; notes at the top have none. */
export function sectionAnchor(id: string): string {
  return id ? `section-${id.replaceAll("/", "--")}` : "_top";
}

/** Paths of the folders that lead to one from the top, itself the last. */
function pathsTo(id: string): string[] {
  const parts = id ? id.split("/") : [];
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

/** The folders that lead to one from the top, itself the last; none for the top. */
export async function foldersTo(id: string): Promise<Folder[]> {
  const { names } = await readFolders();
  const folders = pathsTo(id).map(async (path): Promise<Folder> => {
    // As its own note (`ciso/index.mdx`) says, by that note's title, else by its own name.
    const note = await getNote(path);
    return { id: path, name: note?.front.folder ?? note?.title ?? humanise(names.get(path) ?? "") };
  });
  return (await Promise.all(folders)).filter(({ name }) => name !== "");
}

/** What a folder is called where it is named by itself: several may be called "Notes", each in another folder. */
export async function sectionTitle(id: string): Promise<string> {
  return titleOf(await foldersTo(id));
}

function titleOf(folders: readonly Folder[]): string {
  return folders.map(({ name }) => name).join(" › ");
}

/** The folder in whose list a note stands: the note of a folder among those in it. */
export async function folderOf({ id, section }: Note): Promise<string> {
  return (await readFolders()).ids.has(id) ? id : section;
}

/** The folders of all notes, those that have nothing but folders among them. */
interface Folders {
  notes: Note[];
  ids: Set<string>;
  /** Their own names, which the paths of notes have: ids have them in small letters and without signs. */
  names: Map<string, string>;
}

let remembered: Folders | undefined;
let grouped: { folders: Folders; sections: Section[] } | undefined;

async function readFolders(): Promise<Folders> {
  const notes = await getNotes();
  if (remembered?.notes === notes) return remembered;
  const ids = new Set(notes.flatMap(({ section }) => pathsTo(section)));
  const names = new Map<string, string>();
  for (const { id, path } of notes) {
    const ways = pathsTo(id);
    for (const [at, name] of path.split("/").slice(0, -1).entries()) {
      const folder = ways[at] ?? "";
      if (!names.has(folder)) names.set(folder, name);
    }
  }
  remembered = { notes, ids, names };
  return remembered;
}

/** All folders in the order of their first notes; a folder's own note belongs to it. */
export async function getSections(): Promise<Section[]> {
  const folders = await readFolders();
  if (grouped?.folders !== folders) grouped = { folders, sections: await groupNotes(folders) };
  return grouped.sections;
}

async function groupNotes({ notes, ids }: Folders): Promise<Section[]> {
  const sections = new Map<string, Section>();
  for (const note of notes) {
    const id = ids.has(note.id) ? note.id : note.section;
    let section = sections.get(id);
    if (!section) {
      const folders = await foldersTo(id);
      section = { id, title: titleOf(folders), folders, notes: [] };
      sections.set(id, section);
    }
    section.notes.push(note);
  }
  return [...sections.values()];
}
