import { color } from "d3";
import { z } from "zod";
import { adaptForeign, SAYS_NO } from "./adapt-fields.ts";
import { guessDate, guessDay, parseDate } from "./dates.ts";
import { field, optional } from "./rules.ts";
import { slugOf } from "./ids.ts";

/** Text on one line; a number or a day that YAML made of it is text again ("2015" as a title). */
const text = z
  .union([z.string(), z.number(), z.date()])
  .transform((written) =>
    written instanceof Date ? written.toISOString().slice(0, 10) : String(written).trim().replace(/\s+/g, " "),
  )
  .pipe(z.string().min(1));
/** Beyond it no picture of a map can be made. */
const MOST = 10_000;
const positive = z.number().positive().max(MOST);
const notNegative = z.number().min(0).max(MOST);
const webAddress = z.url({ protocol: /^https?$/ });
const partialDate = z.union([z.string(), z.number(), z.date()]).transform((written, context) => {
  const date = parseDate(written);
  if (!date) context.addIssue({ code: "custom", message: "not a date" });
  return date ?? z.NEVER;
});
const day = partialDate.refine((date) => date.length === 10);
/** Programs that read exports know six digits alone. */
const hexColour = z.string().transform((written, context) => {
  const found = /^(#[\da-f]{3}|#[\da-f]{6}|[a-z]+)$/i.test(written) ? color(written) : null;
  if (found?.opacity !== 1) context.addIssue({ code: "custom", message: "not a colour" });
  return found?.formatHex() ?? z.NEVER;
});
const colour = field(
  hexColour,
  "a colour, by its name or as # and three or six hexadecimal digits",
  'color: "#2f6fab"',
);
const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i)
  .refine(isLocale);
const noCode = z.never().optional();
const CODE_EXPECTED = "nothing: a map takes no script or style from a note, so that no note can bring in foreign code";

/** A field that is a number, whose author may have put it in quotation marks. */
function number(name: string, rule: z.ZodType<number>, expected: string, usual: number) {
  const meant = (found: unknown) =>
    typeof found === "string" && found.trim() ? rule.safeParse(Number(found)).data : undefined;
  return optional(rule, expected, (found) => `${name}: ${meant(found) ?? usual}`);
}

/** The map's options, named and meant as markmap's users know them. Lengths are in pixels at zoom 1. */
const markmap = z.strictObject({
  /** Colours of the branches, in turn; without it, those of the theme. */
  color: optional(z.union([colour, z.array(colour).min(1)]), "a colour or a list of them", 'color: ["#2f6fab", teal]'),
  /** Level from which on all nodes of a branch share its colour; 0 gives each node its own. */
  colorFreezeLevel: number("colorFreezeLevel", z.int().min(0), "a whole number from 0 on", 2),
  /** How many levels are unfolded at first; -1 for all. */
  initialExpandLevel: number(
    "initialExpandLevel",
    z.int().min(-1),
    "a whole number: -1 for all levels, or from 0 on",
    2,
  ),
  /** Widest a label may be before it wraps; 0 for no limit. */
  maxWidth: number("maxWidth", notNegative, "a number of pixels from 0 (no limit) to 10,000", 300),
  /** How long folding and zooming take, in milliseconds. */
  duration: number("duration", notNegative, "a number of milliseconds from 0 to 10,000", 300),
  /** How much of the window a fitted map fills. */
  fitRatio: number("fitRatio", positive.max(1), "a number above 0 and up to 1", 0.95),
  /** Largest zoom that fitting chooses. */
  maxInitialScale: number("maxInitialScale", positive, "a number above 0, up to 10,000", 2),
  /** Least height of a node. */
  nodeMinHeight: number("nodeMinHeight", notNegative, "a number of pixels from 0 to 10,000", 16),
  /** Space at both sides of a label. */
  paddingX: number("paddingX", notNegative, "a number of pixels from 0 to 10,000", 8),
  /** Space between a node and its children. */
  spacingHorizontal: number("spacingHorizontal", notNegative, "a number of pixels from 0 to 10,000", 80),
  /** Space between neighbours. */
  spacingVertical: number("spacingVertical", notNegative, "a number of pixels from 0 to 10,000", 5),
  /** Width of the lines; or, as markmap has it, their least width, what is added near the root, and by how much that shrinks from level to level. */
  lineWidth: optional(
    z.union([
      positive,
      z.tuple([positive]),
      z.tuple([positive, notNegative]),
      z.tuple([positive, notNegative, positive]),
    ]),
    "a number of pixels above 0, or up to three: the least, what is added near the root, what that is divided by at each level",
    "lineWidth: [1, 2, 2]",
  ),
  /** Known to markmap. Here every map can be zoomed. */
  zoom: optional(z.boolean(), "true or false", "zoom: true"),
  /** Known to markmap. Here every map can be moved. */
  pan: optional(z.boolean(), "true or false", "pan: true"),
  /** Known to markmap, refused here. */
  extraJs: field(noCode, CODE_EXPECTED, ""),
  /** Known to markmap, refused here. */
  extraCss: field(noCode, CODE_EXPECTED, ""),
});

const RFC = "https://www.rfc-editor.org/rfc/rfc9334";

/** Something a note rests on, as it is listed at its end. */
const source = field(
  z.strictObject({
    /** What it is called. */
    title: field(text, "the title of the source", "title: RFC 9334"),
    /** Who brought it out. */
    publisher: optional(text, "who brought it out", "publisher: IETF"),
    /** Its number or name in the publisher's own order. */
    identifier: optional(text, "its number or name", "identifier: RFC 9334"),
    /** When it appeared. */
    year: optional(z.int().min(1000).max(9999), "a year of four digits", "year: 2023"),
    /** Where it can be read. */
    url: optional(
      webAddress,
      "an address that begins with https:// or http://",
      (found) => `url: ${/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(String(found)) ? `https://${found}` : RFC}`,
    ),
  }),
  "a source with its title",
  "- title: RFC 9334",
);

/** A tag is the name of a folder, which file systems limit. */
const LONGEST_TAG = 60;
const TAG_EXAMPLE = "[cloud, incident-response]";
const tag = field(
  z
    .string()
    .max(LONGEST_TAG)
    .regex(/^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u),
  `a word in lower case, with hyphens between its parts, of at most ${LONGEST_TAG} letters`,
  (found) => slugOf(typeof found === "string" ? found.slice(0, LONGEST_TAG) : "") || TAG_EXAMPLE,
);

const dateExample = (field: string, usual: string, guess: (found: unknown) => string | undefined) => {
  return (found: unknown) => `${field}: ${guess(found) ?? usual}`;
};

/** What YAML makes something else of is text in quotation marks: `true`. */
const alias = field(text, "another name", (found) => (typeof found === "boolean" ? `"${found}"` : "TPM chip"));

/** A list of what an author gave as a word. */
function listOf(found: unknown, read: (words: string) => readonly string[]): string | undefined {
  const list = typeof found === "string" ? read(found).filter(Boolean) : [];
  return list.length > 0 ? `[${list.join(", ")}]` : undefined;
}

/** What may stand between the two `---` at the top of a note. */
export const frontMatter = z.strictObject({
  /** What the note is called; without it, its first heading of level 1, else its file's name. */
  title: optional(text, "the note's title", "title: Trusted Platform Module"),
  /** One sentence for lists and search engines; without it, the text's first. */
  description: optional(text, "one sentence on what the note tells", "description: How a TPM measures a boot."),
  /** What the note is about, for lists by topic. */
  tags: optional(
    z.array(tag),
    "a list of words in lower case, with hyphens between their parts",
    (found) => `tags: ${listOf(found, (words) => words.split(/[\s,]+/).map(slugOf)) ?? TAG_EXAMPLE}`,
  ),
  /** Other names that links may call it by. */
  aliases: optional(
    z.array(alias),
    "a list of other names",
    (found) => `aliases: ${listOf(found, (name) => [JSON.stringify(name)]) ?? "[TPM chip]"}`,
  ),
  /** When the text first appeared, as exactly as is known. */
  published: optional(
    partialDate,
    "a date as YYYY, YYYY-MM or YYYY-MM-DD, or two years as YYYY/YYYY",
    dateExample("published", "2015-03", guessDate),
  ),
  /** The day somebody last checked that it still holds. */
  reviewed: optional(day, "a day as YYYY-MM-DD", dateExample("reviewed", "2026-11-23", guessDay)),
  /** Position among the notes of its folder, smallest first; notes without one follow by title. */
  order: number("order", z.number(), "a number", 1),
  /** In the note of a folder: what the folder is called where it is not the note's title. */
  folder: optional(text, "the name of the note's folder", "folder: Leadership"),
  /** Language of the note (BCP 47) where it is not the site's. */
  lang: optional(languageTag, "a language tag such as en or pt-BR", "lang: en"),
  /** Direction of the script where the language alone does not tell. */
  dir: optional(z.enum(["ltr", "rtl", "auto"]), "ltr, rtl or auto", "dir: rtl"),
  /** True keeps the note out of the built site; it shows while authors write. */
  draft: optional(z.boolean(), "true or false", (found) => `draft: ${!SAYS_NO.test(String(found))}`),
  /** What the note rests on. */
  sources: optional(z.array(source), "a list of sources", "sources: [{ title: RFC 9334 }]"),
  /** How the note's map is drawn. */
  markmap: optional(markmap, "a group of markmap's options", "markmap: { initialExpandLevel: 2 }"),
});

/** A note's front matter, checked: dates are strings of the precision they were written in. */
export type FrontMatter = z.output<typeof frontMatter>;

/** The same for notes of other people, whose fields of other programs are theirs. */
export const foreignFields = z.preprocess(adaptForeign, z.object(frontMatter.shape));

/** Reads these, too, where some do not fit: such are of another program, whatever they are called, and left out. */
export const foreignFrontMatter = z.preprocess(keepFitting, foreignFields);

/** Of a note that says so, however it says it, a page must not be made unasked. */
export const MUST_FIT = "draft";

function keepFitting(data: unknown): unknown {
  const fields = structuredClone(adaptForeign(data));
  const findWrong = () =>
    foreignFields.safeParse(fields).error?.issues.find(({ path }) => path.length > 0 && path[0] !== MUST_FIT);
  // One at a time: what is taken out of a list moves what stands behind it.
  for (let wrong = findWrong(); wrong; wrong = findWrong()) {
    takeOut(fields, wrong.code === "unrecognized_keys" ? [...wrong.path, wrong.keys[0] ?? ""] : wrong.path);
  }
  return fields;
}

/** Takes a value out of fields; where it is missing, or was all that its group or list had, that one. */
function takeOut(fields: unknown, path: readonly PropertyKey[]): void {
  const [above, key] = [path.slice(0, -1), path.at(-1) ?? ""];
  const group = above.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), fields);
  if (typeof group !== "object" || group === null) return;
  const isThere = Reflect.get(group, key) !== undefined;
  if (Array.isArray(group)) group.splice(Number(key), 1);
  else Reflect.deleteProperty(group, key);
  if (above.length > 0 && (!isThere || Object.keys(group).length === 0)) takeOut(fields, above);
}

function isLocale(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== "";
  } catch {
    return false;
  }
}

/** What the project's own notes must say. */
export const REQUIRED_FIELDS = ["title", "description", "tags", "published", "reviewed"] as const;
