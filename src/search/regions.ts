import { END_ANCHOR, SOURCES_ANCHOR, START_ANCHOR } from "./prepare.ts";

/** What Pagefind keeps of a page. Locations are places of words in `content`, counted from 0. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string | undefined>;
  filters: Record<string, string[] | undefined>;
  anchors: FragmentAnchor[];
  weighted_locations: { location: number }[];
}

/** An element of the page with an id. */
export interface FragmentAnchor {
  /** Name of the element: `h2`, `li` ... */
  element: string;
  id: string;
  text: string;
  /** Place of its first word. */
  location: number;
}

/** A heading, item or head of a row above a place. */
export interface Step {
  id: string;
  text: string;
}

/** A stretch of a page's words that belongs to one anchor. */
export interface Region {
  kind: "title" | "heading" | "item" | "term" | "source";
  /** Anchor in the page; "" for what stands before the first. */
  id: string;
  /** First word, and the one after the last. */
  start: number;
  end: number;
  /** The word after the last of the heading's or term's own words; `start` where there are none. */
  headEnd: number;
  /** Depth of the heading, 1 to 6; for others the depth of the heading they stand under. */
  level: number;
  /** Headings above it, the title left out, then the item or head of the row it stands in; for a heading its own text last. */
  trail: Step[];
}

/** Most words of an item above a place that are shown. */
const STEP_WORDS = 8;
const ITEMS = new Set(["li", "tr", "td", "th", "dd", "pre", "figure", "img"]);

/** Divides a page's words among its anchors, in the order of the page. */
export function listRegions(fragment: Fragment, wordCount: number): Region[] {
  const title = fragment.meta.title ?? "";
  const headEnd = fragment.content.startsWith(title) ? countWords(title) : 0;
  const opening = begin({ kind: "title", id: "", start: 0, headEnd, level: 1, trail: [] });
  const regions: Region[] = [opening];
  let trail: Trail = [];
  const levels: Level[] = [];
  for (const anchor of fragment.anchors.toSorted((a, b) => a.location - b.location)) {
    const made = toRegion(anchor, trail, levels);
    if (!made) continue;
    trail = made.trail;
    // Of what begins at the same word the last stands inside the others and is the nearest place: these are left none.
    (regions.at(-1) as Region).end = made.region.start;
    regions.push(made.region);
  }
  (regions.at(-1) as Region).end = wordCount;
  return regions.filter(({ start, end }) => end > start);
}

type Trail = { level: number; step: Step }[];

/** A list, table or the like that is open at a place: its item, or the first cell of its row. */
interface Level {
  item?: Step | undefined;
}

/** The region that begins at an anchor, with the headings above what follows; undefined where none begins. */
function toRegion({ element, id, text, location: start }: FragmentAnchor, trail: Trail, levels: Level[]) {
  const level = Number(/^h([1-6])$/.exec(element)?.[1] ?? 0);
  const steps = trail.map(({ step }) => step);
  const depth = trail.at(-1)?.level ?? 1;
  if (level === 1 && start === 0) {
    const title = begin({ kind: "title", id, start: 0, headEnd: countWords(text), level: 1, trail: [] });
    return { region: title, trail: [] };
  }
  if (level > 0) {
    const kept: Trail = [...trail.filter((above) => above.level < level), { level, step: { id, text } }];
    const own = kept.map(({ step }) => step);
    const kind = id === SOURCES_ANCHOR ? "source" : "heading";
    return { region: begin({ kind, id, start, headEnd: start + countWords(text), level, trail: own }), trail: kept };
  }
  if (element === "dt") {
    const own = [...steps, { id, text }];
    const headEnd = start + countWords(text);
    return { region: begin({ kind: "term", id, start, headEnd, level: depth, trail: own }), trail };
  }
  if (id === START_ANCHOR) {
    levels.push({});
    return undefined;
  }
  if (id === END_ANCHOR) {
    levels.pop();
    const item = levels.findLast((level) => level.item)?.item;
    const kind = item ? "item" : "heading";
    const around = item?.id ?? steps.at(-1)?.id ?? "";
    return { region: begin({ kind, id: around, start, headEnd: start, level: depth, trail: steps }), trail };
  }
  if (!ITEMS.has(element)) return undefined;
  const above = enter(element, { id, text }, levels);
  const within = above ? [...steps, above] : steps;
  return { region: begin({ kind: "item", id, start, headEnd: start, level: depth, trail: within }), trail };
}

/** Notes that an item, row or cell begins, and tells what it stands in. */
function enter(element: string, { id, text }: Step, levels: readonly Level[]): Step | undefined {
  const level = levels.at(-1);
  const words = text.split(/\s+/);
  const short = words.length > STEP_WORDS ? `${words.slice(0, STEP_WORDS).join(" ")} …` : text;
  const isFirst = element === "li" || element === "tr" || (/^t[hd]$/.test(element) && !level?.item);
  if (level && isFirst) level.item = element === "tr" ? undefined : { id, text: short };
  return (isFirst ? levels.slice(0, -1) : levels).findLast(({ item }) => item)?.item;
}

/** A region that ends where it begins: the next one says how far it goes. */
function begin(region: Omit<Region, "end">): Region {
  return { ...region, end: region.start };
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
