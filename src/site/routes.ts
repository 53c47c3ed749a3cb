import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { inWords } from "../notes/paths.ts";

/** What a build adds to its pages. */
const BUILT = ["sitemap-index.xml", "sitemap-0.xml", "404.html", "pagefind/[...file]", "_astro/[...file]"];

/** Paths of the site's files and pages below its base, those of notes left out, as Astro names routes. */
const paths = [
  ...listFiles("src/pages").map((path) => path.replace(/\.(?:astro|ts)$/, "").replace(/(?:^|\/)index$/, "")),
  ...listFiles("public"),
  ...BUILT,
].filter((path) => !path.startsWith("notes/"));

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((file) =>
    file.isFile()
      ? join(file.parentPath, file.name)
          .slice(folder.length + 1)
          .split(sep)
          .join("/")
      : [],
  );
}

/** First parts of the site's addresses. */
const names = new Set(paths.map((path) => path.split("/")[0] ?? ""));

/** Whether something is at a path of the site, or at its first part, that is no note's. */
export function isRoute(path: string): boolean {
  return path.startsWith("/") && names.has(path.split("/")[1] ?? "");
}

/** An address of a page in whose path `[part]` stands for any name, and `[...part]` for any number of names. */
function patternOf(path: string): string {
  const parts = path.split("/").map((part) => {
    if (part.startsWith("[...")) return "(?:/.*)?";
    const texts = part.split(/\[\w+\]/).map((text) => RegExp.escape(text));
    return `/${texts.join("[^/]+")}`;
  });
  return parts.join("");
}

const PAGE = new RegExp(`^(?:${paths.map(patternOf).join("|")})/?$`);

/** Whether a page or file may be at a path of the site: what stands for a part of a page's address is not looked up. */
export function isPage(path: string): boolean {
  return PAGE.test(inWords(path));
}
