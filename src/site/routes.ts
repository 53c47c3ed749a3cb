import { readdirSync } from "node:fs";

/** What a build adds to its pages. */
const BUILT = ["sitemap-index.xml", "sitemap-0.xml"];

/** First parts of the site's addresses: its pages, but those of notes, and the files that are copied as they are. */
const names = new Set([
  "",
  ...readdirSync("src/pages").map((name) => name.replace(/\.(?:astro|ts)$/, "")),
  ...readdirSync("public"),
  ...BUILT,
]);
names.delete("notes");

/** Whether something is at a path of the site, or at its first part, that is no note's. */
export function isRoute(path: string): boolean {
  return path.startsWith("/") && names.has(path.split("/")[1] ?? "");
}
