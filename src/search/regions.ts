import { END_ANCHOR } from "./prepare.ts";

/** What Pagefind keeps of a page. Locations are places of words in `content`, counted from 0. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string | undefined>;
  filters: Record<string, string[] | undefined>;
  anchors: FragmentAnchor[];
  weighted_locations: { location: number }[];
}

export interface FragmentAnchor {
  element: string;
  id: string;
  text: string;
  location: number;
}

/** A heading above a place. */
export interface Step {
  id: string;
  text: string;
}

/** A stretch of a page's words that belongs to one anchor. */
export interface Region {
  kind: "title" | "heading" | "item" | "term";
  /** Anchor in the page; "" for what stands before the first. */
  id: string;
  /** First word, and the one after the last. */
  start: number;
  end: number;
  /** The word after the last of the heading's or term's own words; `start` where there are none. */
  headEnd: number;
  /** Depth of the heading, 1 to 6; for others the depth of the heading they stand under. */
  level: number;
  /** Headings above it, the title left out, and for a heading its own text last. */
  trail: Step[];
}

const ITEMS = new Set(["li", "tr", "td", "th", "dd", "pre", "figure", "img"]);

/** Divides a page's words among its anchors, in the order of the page. */
export function listRegions(fragment: Fragment, wordCount: number): Region[] {
  const title = fragment.meta.title ?? "";
  const hasTitle = title !== "" && fragment.content.startsWith(title);
  const opening = region("title", "", 0, hasTitle ? countWords(title) : 0, 1, []);
  const regions: Region[] = [opening];
  let trail: { level: number; step: Step }[] = [];
  for (const anchor of fragment.anchors.toSorted((a, b) => a.location - b.location)) {
    const made = toRegion(anchor, trail);
    if (!made) continue;
    trail = made.trail;
    const before = regions.at(-1) as Region;
    // What begins at the same word as the one before stands inside it and is the nearer place.
    if (before.start === made.region.start && before.headEnd === before.start) regions.pop();
    else before.end = made.region.start;
    regions.push(made.region);
  }
  (regions.at(-1) as Region).end = wordCount;
  return regions.filter(({ start, end }) => end > start);
}

type Trail = { level: number; step: Step }[];

function toRegion({ element, id, text, location }: FragmentAnchor, trail: Trail) {
  const level = Number(/^h([1-6])$/.exec(element)?.[1] ?? 0);
  const steps = trail.map(({ step }) => step);
  const depth = trail.at(-1)?.level ?? 1;
  if (level === 1 && location === 0) {
    return { region: region("title", id, 0, countWords(text), 1, []), trail: [] };
  }
  if (level > 0) {
    const kept: Trail = [...trail.filter((above) => above.level < level), { level, step: { id, text } }];
    const own = kept.map(({ step }) => step);
    return { region: region("heading", id, location, location + countWords(text), level, own), trail: kept };
  }
  if (element === "dt") {
    const own = [...steps, { id, text }];
    return { region: region("term", id, location, location + countWords(text), depth, own), trail };
  }
  if (id === END_ANCHOR) {
    const above = steps.at(-1)?.id ?? "";
    return { region: region("heading", above, location, location, depth, steps), trail };
  }
  return ITEMS.has(element) ? { region: region("item", id, location, location, depth, steps), trail } : undefined;
}

function region(
  kind: Region["kind"],
  id: string,
  start: number,
  headEnd: number,
  level: number,
  trail: Step[],
): Region {
  return { kind, id, start, end: start, headEnd, level, trail };
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
