import { tagSlug } from "../notes/ids.ts";
import { getNotes, type Note } from "./notes.ts";
import { withBase } from "./url.ts";

/** A tag and the notes that carry it. */
export interface Tag {
  name: string;
  /** The tag in addresses. */
  slug: string;
  notes: Note[];
}

/** Address of a tag's page. */
export function tagUrl(name: string): string {
  return withBase(`tags/${tagSlug(name)}/`);
}

/** All tags by name. Tags that differ only in signs an address cannot carry are one. */
export async function getTags(): Promise<Tag[]> {
  const tags = new Map<string, Tag>();
  for (const note of await getNotes()) {
    for (const name of note.front.tags ?? []) {
      const slug = tagSlug(name);
      const tag = tags.get(slug) ?? { name, slug, notes: [] };
      tag.notes.push(note);
      tags.set(slug, tag);
    }
  }
  return [...tags.values()].toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
