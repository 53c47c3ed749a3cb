import { FORMATS } from "../../exports/formats.ts";
import { type ExportContext, type ExportFormat, type ExportMap, placeUrl } from "../../exports/format.ts";
import { plainLabel } from "../../exports/label.ts";
import { layoutMap } from "../../mindmap/layout.ts";
import { cutText } from "../../notes/cut-preview.ts";
import { hashText } from "../../notes/hash.ts";
import type { OutlineNode } from "../../outline/node.ts";
import type { MapView } from "./map-view.ts";
import { createPlatform } from "./platform.ts";
import type { StartedMap } from "./start.ts";

/** A map in a format, and the name to save it under. */
export interface SavedMap {
  body: Blob;
  name: string;
}

/**
 * Writes the map as the reader has it: its folds, branch, layout and theme.
 * @param fileOf address of the whole map in a format
 */
export async function writeView(
  { view, file }: StartedMap,
  extension: string,
  fileOf: (extension: string) => string,
): Promise<SavedMap> {
  const format = FORMATS.find((candidate) => candidate.extension === extension);
  if (!format) throw new Error(`there is no format “${extension}”`);
  const branch = view.branch ? `-${view.branch.payload.id}` : "";
  const platform = createPlatform(fileOf, listLoaded(view.root, "embedded.svg"));
  const body = await format.write(currentMap(view, format), contextOf(view, file.context), platform);
  return {
    body: new Blob([body as BlobPart], { type: format.mediaType }),
    name: nameFile(file.context, branch, extension),
  };
}

/** Addresses, in a format, of the maps that were loaded below nodes of this one. */
function listLoaded({ payload: { source }, children }: OutlineNode, extension: string): string[] {
  const below = children.flatMap((child) => listLoaded(child, extension));
  return source && children.length ? [source.replace(/json$/, extension), ...below] : below;
}

/** What a file says of where it comes from: of a branch alone its own name and place. */
function contextOf({ branch }: MapView, context: ExportContext): ExportContext {
  if (!branch) return context;
  // What leads elsewhere is no part of the page, which addresses within the branch are seen from.
  const url = branch.payload.href === undefined ? placeUrl(branch, context) : context.url;
  return { ...context, title: `${plainLabel(branch)} – ${context.title}`, url };
}

/** Longest name of a file in letters, of up to three bytes: no disk takes more than 255 of these. */
const LONGEST_NAME = 80;
/** Room at its end for what tells it from others that begin alike. */
const HASH_ROOM = 8;

function nameFile({ id }: ExportContext, branch: string, extension: string): string {
  const whole = `${id}${branch}`.replaceAll("/", "-");
  const start = cutText(whole, LONGEST_NAME - HASH_ROOM);
  const name = whole.length > LONGEST_NAME ? `${start}-${hashText(whole).toString(36)}` : whole;
  return `${name}.${extension}`;
}

function currentMap(view: MapView, { isOpen }: ExportFormat): ExportMap {
  const { map, layoutName } = view.settings;
  return {
    outline: copyOutline(view.root, isOpen === true),
    // The view's own has, while the map moves, its boxes on their way.
    layout: layoutMap(view.root, map, layoutName),
    layoutName,
    // What is folded is what the reader folded, at whatever level.
    options: { ...map, initialExpandLevel: -1 },
    theme: isDark() ? "dark" : "light",
  };
}

/** The outline without what the map keeps in its nodes, and without what is folded if its format cannot tell. */
function copyOutline({ content, payload, children }: OutlineNode, isOpen: boolean): OutlineNode {
  const shown = isOpen && payload.fold ? [] : children;
  return { content, payload, children: shown.map((child) => copyOutline(child, isOpen)) };
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}
