import { keep, recall } from "./keep.ts";

/** Where a reader was, as kept on the device under `places`; the home page shows it. */
export interface ReadingPosition {
  /** Path of the note's page. */
  path: string;
  title: string;
  anchor: string;
  heading: string;
}

/** Most notes whose place is kept. */
const MOST = 20;

/** The places kept on this device, the latest first. */
export function recallPlaces(): ReadingPosition[] {
  try {
    // What others wrote there is none of ours.
    return (JSON.parse(recall("places") ?? "[]") as ReadingPosition[]).filter(({ path }) => path);
  } catch {
    return [];
  }
}

/** Keeps a note's place as the latest; undefined: it was read to the end. */
export function keepPlace(path: string, place: ReadingPosition | undefined): void {
  const rest = recallPlaces().filter((other) => other.path !== path);
  const places = place ? [place, ...rest] : rest;
  keep("places", places.length ? JSON.stringify(places.slice(0, MOST)) : undefined);
}
