import type { LayoutName, MapLayout } from "../mindmap/layout.ts";
import type { MapOptions } from "../mindmap/theme.ts";
import type { OutlineNode } from "../outline/node.ts";
import type { Platform } from "./platform.ts";

/** What is exported: a map as the reader has it, or whole. */
export interface ExportMap {
  /** The outline, measured: all of it is exported; `payload.fold` tells what its author wants folded. */
  outline: OutlineNode;
  /** The places of all its nodes. */
  layout: MapLayout;
  layoutName: LayoutName;
  options: MapOptions;
  /** Light files that know how are dark where the reader's system is; dark ones always are. */
  theme: "light" | "dark";
}

/** What an export says of the note it comes from. All of it is in the note, so the same note gives the same bytes. */
export interface ExportContext {
  id: string;
  title: string;
  description: string;
  /** Absolute address of the note's page; where it has none, nothing leads there. */
  url?: string | undefined;
  /** Language of the note, as in BCP 47. */
  lang: string;
  /** Direction of the note's script, where it is not the usual one. */
  dir?: "ltr" | "rtl" | "auto" | undefined;
  author?: string | undefined;
  /** Dates as front matter has them: YYYY, YYYY-MM, YYYY-MM-DD, or of what appeared over years YYYY/YYYY. */
  published?: string | undefined;
  reviewed?: string | undefined;
  /** Name and address of the licence of the note's words; unknown for files from anywhere. */
  licence?: { name: string; url: string };
}

/** A way to save a map. */
export interface ExportFormat {
  /** Whether everything in it is open: of a view it holds only what is not folded away. */
  isOpen?: true;
  /** Whether it holds the shapes of letters, which take most of the time of a build; sites can do without. */
  hasLetters?: true;
  /** Whether making it takes so long that a build takes it from the one before where it can. */
  isPainted?: true;
  /** Whether the first takes seconds to be made: while authors write, menus do without its size. */
  isSlowAtFirst?: true;
  /** Whether menus offer it for the clipboard, too. */
  isCopied?: true;
  /** Ending of the file, and the format's name in addresses: `/notes/<id>/map.<extension>`. */
  extension: string;
  /** What a menu calls it. */
  label: string;
  /** For whom, or for which programs, it is. */
  purpose: string;
  mediaType: string;
  /** How large it is, in words, by its picture's size in pixels: for what is painted. Of the others menus tell the bytes. */
  measure?(picture: Size): string;
  /** Makes the file: bytes, or text that is to be stored in UTF-8. */
  write(map: ExportMap, context: ExportContext, platform: Platform): string | Uint8Array | Promise<string | Uint8Array>;
}

/**
 * Absolute address of a link in a label, as seen from the note's page; as it is written where that has
 * none, or where it is no address, such as `http://example.org:port/`.
 */
export function absoluteUrl(href: string, { url }: Pick<ExportContext, "url">): string {
  if (url && PLACE.test(href)) return pageOf(url) + href;
  return URL.canParse(href, url) ? new URL(href, url).href : href;
}

/** Places on the page itself, as most addresses in a map are, that are written as they stand. */
const PLACE = /^#[\w-]+$/;

let last = { url: "", page: "" };

/** An absolute address without the place on its page; of the same page one map asks hundreds of times. */
function pageOf(url: string): string {
  if (last.url !== url) last = { url, page: new URL(url).href.replace(/#.*/s, "") };
  return last.page;
}

/** Absolute address of a node itself: where it leads, or else its place in the note; undefined if that has no page. */
export function placeUrl({ payload }: OutlineNode, context: ExportContext): string | undefined {
  const href = payload.href ?? (context.url === undefined ? undefined : `#${payload.id}`);
  return href === undefined ? undefined : absoluteUrl(href, context);
}

/** What a file says of where it comes from, whose work it is and how old, a line each. */
export function describeSource({ url, author, published, reviewed, licence }: ExportContext): string[] {
  return [
    url && `Source: ${url}`,
    author && `Author: ${author}`,
    published && `Published: ${published}`,
    reviewed && `Reviewed: ${reviewed}`,
    licence && `Licence: ${licence.name} (${licence.url})`,
  ].filter((line): line is string => Boolean(line));
}

/** The day that a date begins with: of a month, a year or a span of years its first. */
export function firstDay(date: string): Date {
  return new Date(date.replace(/\/.*/, ""));
}

interface Size {
  width: number;
  height: number;
}

/** Width and height at a scale, in words. */
export function tellSize({ width, height }: Size, scale: number, unit: string): string {
  return `${Math.round(width * scale)} × ${Math.round(height * scale)} ${unit}`;
}

/** Longest side, and most pixels, of a painted picture: no browser's canvas is larger. */
const LONGEST_PNG = 32_767;
const MOST_PIXELS = 16_000 ** 2;
/** Longest side of a page in points (PDF 1.7, annex C). */
const LONGEST_PDF = 14_400;

/** Pixels of a PNG per pixel of its map: two, fewer where the map is very large. */
export function scaleOfPng({ width, height }: Size): number {
  return Math.min(2, LONGEST_PNG / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
}

/** Points of a PDF's page per pixel of its map: one, fewer where the map is very large. */
export function scaleOfPdf({ width, height }: Size): number {
  return Math.min(1, LONGEST_PDF / Math.max(width, height));
}
