import { humanise } from "../notes/titles.ts";
import { getNote, getNotes, getSiblings, type Note } from "./notes.ts";
import { withBase } from "./url.ts";

/** A folder of notes. */
export interface Section {
  /** The folder's path in ids; "" for notes at the top. */
  id: string;
  title: string;
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

/** What a folder is called: as its own note (`ciso/index.mdx`) says, by that note's title, else by its own name. */
export async function sectionTitle(id: string): Promise<string> {
  const note = await getNote(id);
  return note?.front.folder ?? note?.title ?? humanise(await folderName(id));
}

/** A folder's own name, which the path of any note in it has: the id has it in small letters and without signs. */
async function folderName(id: string): Promise<string> {
  const inside = (await getSiblings(id)).find(({ section }) => section === id);
  const depth = id ? id.split("/").length : 0;
  return inside?.path.split("/")[depth - 1] ?? "";
}

/** The folder in whose list a note stands: the note of a folder among those in it. */
export async function folderOf({ id, section }: Note): Promise<string> {
  return (await getSiblings(id)).length > 0 ? id : section;
}

let remembered: { notes: Note[]; sections: Section[] } | undefined;

/** All folders in the order of their first notes; a folder's own note belongs to it. */
export async function getSections(): Promise<Section[]> {
  const notes = await getNotes();
  if (remembered?.notes !== notes) remembered = { notes, sections: await groupNotes(notes) };
  return remembered.sections;
}

async function groupNotes(notes: readonly Note[]): Promise<Section[]> {
  const folders = new Set(notes.map(({ section }) => section));
  const sections = new Map<string, Section>();
  for (const note of notes) {
    const id = folders.has(note.id) ? note.id : note.section;
    let section = sections.get(id);
    if (!section) {
      section = { id, title: await sectionTitle(id), notes: [] };
      sections.set(id, section);
    }
    section.notes.push(note);
  }
  return [...sections.values()];
}
