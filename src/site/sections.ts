import { getNotes, type Note } from "./notes.ts";

/** A folder of notes. */
export interface Section {
  /** The folder's path in ids; "" for notes at the top. */
  id: string;
  title: string;
  notes: Note[];
}

function humanise(folder: string): string {
  const words = (folder.split("/").at(-1) ?? folder).replace(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a folder is called: the title of its own note (`ciso/index.mdx`), else its name. */
export async function sectionTitle(id: string): Promise<string> {
  const notes = await getNotes();
  return notes.find((note) => note.id === id)?.title ?? humanise(id);
}

/** All folders in the order of their first notes; a folder's own note belongs to it. */
export async function getSections(): Promise<Section[]> {
  const notes = await getNotes();
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
