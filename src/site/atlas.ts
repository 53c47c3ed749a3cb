import { escapeXml } from "../mindmap/shape.ts";
import type { OutlineNode } from "../outline/node.ts";
import { countNodes } from "../outline/walk.ts";
import { type NoteMap, createMap } from "./maps.ts";
import type { Note } from "./notes.ts";
import { getSections } from "./sections.ts";
import { SITE } from "./site.ts";
import { mapUrl, withBase } from "./url.ts";

/** Address of the atlas, or of its map in a format. */
export function atlasUrl(format?: string): string {
  return withBase(format ? `atlas/map.${format}` : "atlas/");
}

/** Anchor of a note in the atlas. */
export function atlasAnchor(id: string): string {
  return `note-${id.replaceAll("/", "--")}`;
}

/** Anchor of a folder in the atlas; notes at the top have none. */
export function sectionAnchor(id: string): string {
  return id ? `section-${id.replaceAll("/", "--")}` : "_top";
}

function noteNode(note: Note): OutlineNode {
  return {
    content: escapeXml(note.title),
    children: [],
    payload: {
      id: atlasAnchor(note.id),
      tag: "h3",
      href: note.url,
      source: mapUrl(note.id, "json"),
      more: countNodes(note.outline) - 1,
      links: [...new Set(note.links.flatMap(({ to }) => (to && to !== note.id ? [atlasAnchor(to)] : [])))],
    },
  };
}

/**
 * The map of all notes, grouped as their folders are; each note unfolds into its own outline.
 * @param options how it is drawn, where not as usual
 */
export async function getAtlas(options: Parameters<typeof createMap>[1] = {}): Promise<NoteMap> {
  const sections = await getSections();
  const children = sections.flatMap(({ id, title, notes }): OutlineNode[] => {
    if (!id) return notes.map(noteNode);
    const head = notes.find((note) => note.id === id);
    return [
      {
        content: escapeXml(title),
        children: notes.map(noteNode),
        payload: { id: sectionAnchor(id), tag: "h2", href: head?.url ?? withBase(`#${id}`) },
      },
    ];
  });
  const root: OutlineNode = {
    content: escapeXml(SITE.name),
    children,
    payload: { id: "_top", tag: "h1", href: withBase("") },
  };
  return createMap(root, options);
}
