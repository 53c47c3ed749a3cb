import { keep, recall } from "../reading/keep.ts";

const KEY = "recent-searches";
const MOST = 8;

/** What was searched for on this device, the latest first. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(recall(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : [];
  } catch {
    // What others wrote there is none of ours.
    return [];
  }
}

/** Puts a search before the others, of which the oldest goes where there are too many. */
export function keepRecent(text: string): void {
  const texts = [text, ...readRecent().filter((kept) => kept !== text)];
  keep(KEY, JSON.stringify(texts.slice(0, MOST)));
}

/** Forgets all searches. */
export function clearRecent(): void {
  keep(KEY, undefined);
}
