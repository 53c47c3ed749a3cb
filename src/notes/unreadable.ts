import { frontMatter } from "./schema.ts";

/** Stands among the fields of a note whose front matter is wrong; no note can bring it. */
const FAULT = "fault";

/** The fields that hold what they should, of front matter in which others do not. */
export function keepReadable(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  // A map, since a field may be called as what every object has: `constructor`.
  const shape = new Map<string, { safeParse(value: unknown): { success: boolean } }>(Object.entries(frontMatter.shape));
  return Object.fromEntries(Object.entries(data).filter(([name, value]) => shape.get(name)?.safeParse(value).success));
}

/** Marks front matter as wrong, for a page that says so in place of the note. */
export function withFault<Fields extends object>(fields: Fields, fault: string): Fields {
  return { ...fields, [FAULT]: fault };
}

/** What is wrong with a note's front matter, if it was marked so. */
export function faultOf(fields: object): string | undefined {
  const fault: unknown = Reflect.get(fields, FAULT);
  return typeof fault === "string" ? fault : undefined;
}
