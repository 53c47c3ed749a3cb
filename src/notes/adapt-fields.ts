import { slugOf } from "./ids.ts";

/** What is false elsewhere, and text here. */
export const SAYS_NO = /^(?:no?|off|f|false|0)$/i;

/** A map, since a field may be called as what every object has: `constructor`. */
const ADAPT = new Map<string, (value: unknown) => unknown>([
  ["tags", adaptTags],
  ["aliases", adaptAliases],
]);

/**
 * Makes fields of other people's notes ours. A field left empty is one left out, and names are written in many ways:
 * `Go`, `area/security`, `one two`.
 */
export function adaptForeign(data: unknown): unknown {
  if (typeof data !== "object" || data === null) return data;
  const fields = Object.entries(data).filter(([, value]) => value !== null);
  const rest = fields.filter(([name, value]) => !keepsBack(name, value));
  const adapted = Object.fromEntries(rest.map(([name, value]) => [name, ADAPT.get(name)?.(value) ?? value]));
  return rest.length < fields.length ? { ...adapted, draft: adapted.draft || true } : adapted;
}

/** Whether a field says in another program's way that its note is a draft. */
export function keepsBack(name: string, value: unknown): boolean {
  if (/^publish(?:ed)?$/i.test(name)) return SAYS_NO.test(String(value));
  return name !== "draft" && /^drafts?$/i.test(name) && !SAYS_NO.test(String(value ?? ""));
}

/** One alias needs no list. */
function adaptAliases(written: unknown): unknown {
  return [written].flat().filter((alias) => alias !== null && alias !== "");
}

function adaptTags(written: unknown): unknown {
  const list: unknown[] = typeof written === "string" ? written.split(/[\s,]+/) : [written].flat();
  // Obsidian leaves an empty one behind.
  const filled = list.filter((one) => one !== null);
  if (!filled.every((one) => typeof one === "string" || typeof one === "number")) return filled;
  const words = filled.map((one) => slugOf(spellSigns(String(one))).replace(/[^\p{L}\p{N}]+/gu, "-"));
  return [...new Set(words.map((word) => word.replace(/^-|-$/g, "")))].filter(Boolean);
}

/** Names that signs alone tell apart, as C, C++ and C#, spelled as they are where no sign may stand. */
function spellSigns(name: string): string {
  return name
    .replaceAll("/", "-")
    .replace(/(?<=\p{L})\+\+/gu, "pp")
    .replace(/(?<=\p{L})#/gu, "sharp");
}
