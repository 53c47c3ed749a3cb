import { escapeMarkup } from "../outline/escape.ts";
import type { OutlineNode } from "../outline/node.ts";
import { countNodes } from "../outline/walk.ts";
import { groupMany } from "./atlas-groups.ts";
import { type MapSource, type NoteMap, createMap } from "./maps.ts";
import type { Note } from "./notes.ts";
import { getSections, type Section, sectionAnchor, sectionUrl } from "./sections.ts";
import { SITE } from "./site.ts";
import { mapUrl, withBase } from "./url.ts";

/** Address of the atlas, or of its map in a format. */
export function atlasUrl(format?: string): string {
  return withBase(format ? `atlas/map.${format}` : "atlas/");
}

/** Anchor of a note in the atlas. */
function atlasAnchor(id: string): string {
  return `note-${id.replaceAll("/", "--")}`;
}

function noteNode(note: Note): OutlineNode {
  return {
    content: escapeMarkup(note.title),
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

let remembered: { sections: Section[]; source: MapSource; map: NoteMap } | undefined;

async function makeAtlas(): Promise<{ source: MapSource; map: NoteMap }> {
  const sections = await getSections();
  if (remembered?.sections !== sections) {
    const source: MapSource = [outlineAtlas(sections), {}];
    remembered = { sections, source, map: createMap(...source) };
  }
  return remembered;
}

/**
 * The map of all notes, grouped as their folders are; each note unfolds into its own outline.
 * @param options how it is drawn, where not as usual
 */
export async function getAtlas(options?: MapSource[1]): Promise<NoteMap> {
  const { source, map } = await makeAtlas();
  return options ? createMap(source[0], options) : map;
}

/** What the map of all notes is made of. */
export async function getAtlasSource(): Promise<MapSource> {
  return (await makeAtlas()).source;
}

/** Folders stand in the folders that hold them, after the notes there. */
export function outlineAtlas(sections: readonly Section[]): OutlineNode {
  const root: OutlineNode = {
    content: escapeMarkup(SITE.name),
    children: [],
    payload: { id: "_top", tag: "h1", href: withBase("") },
  };
  const known = new Map<string, OutlineNode>();
  for (const section of sections) {
    let node = root;
    for (const { id, name } of section.folders) {
      let inner = known.get(id);
      if (!inner) {
        // A folder without notes of its own leads where the first folder in it does.
        inner = folderNode(id, name, folderUrl(section, sections));
        known.set(id, inner);
        node.children.push(inner);
      }
      node = inner;
    }
    node.children.push(...section.notes.map(noteNode));
  }
  return grouped(root);
}

function folderUrl({ id, notes }: Section, sections: readonly Section[]): string | undefined {
  return notes.find((note) => note.id === id)?.url ?? sectionUrl(id, sections);
}

function folderNode(id: string, name: string, href: string | undefined): OutlineNode {
  return {
    content: escapeMarkup(name),
    children: [],
    payload: { id: sectionAnchor(id), tag: "h2", ...(href && { href }) },
  };
}

function grouped(node: OutlineNode): OutlineNode {
  return { ...node, children: groupMany(node.children.map(grouped)) };
}
