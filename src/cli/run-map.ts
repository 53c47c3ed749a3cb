import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Root } from "hast";
import type { z } from "zod";
import type { ExportContext, ExportFormat } from "../exports/format.ts";
import { FORMATS } from "../exports/formats.ts";
import { NODE } from "../exports/platform.node.ts";
import { isLayoutName, LAYOUTS } from "../mindmap/layout.ts";
import { checkFields } from "../notes/check-fields.ts";
import { checkDepth, checkEncoding, checkSize } from "../notes/check-text.ts";
import { directionOf } from "../notes/direction.ts";
import { blankFrontMatter, bodyOf, findFrontMatter, readFrontMatter } from "../notes/front-matter.ts";
import { parseHtml } from "../notes/html.ts";
import { createLinkIndex } from "../notes/links.ts";
import { fromObsidian } from "../notes/obsidian.ts";
import { formatProblems } from "../notes/problems.ts";
import { foreignFrontMatter } from "../notes/schema.ts";
import { describeNote, titleNote } from "../notes/titles.ts";
import { visitElements } from "../notes/visit.ts";
import type { OutlineNode } from "../outline/node.ts";
import { createMap, layoutOf, layoutWhole } from "../site/maps.ts";
import { markdownOptions } from "../site/markdown.ts";
import { UnreadablePicture } from "../site/pictures.ts";
import { readOutline } from "../site/read-outline.ts";
import { tellUnreadable } from "./unreadable-picture.ts";

const USAGE = `Makes a map of a Markdown file, without a site or a browser.

  npm run map -- note.md -o map.svg
  npm run --silent map -- note.md --format opml > map.opml
  cat note.md | npm run --silent map -- - --format svg > map.svg

  -o, --output FILE   where to write; without it, to the standard output
  -f, --format NAME   ${FORMATS.map(({ extension }) => extension).join(", ")}; taken from FILE's ending, else svg
      --layout NAME   ${Object.keys(LAYOUTS).join(", ")}
      --theme NAME    light, dark
      --url ADDRESS   where the note is published: its nodes lead there`;

/** A mistake of the caller's, told in one sentence. */
class Complaint extends Error {}

/** What stands before and behind the program. */
export interface Standard {
  /** Reads the standard input to its end. */
  read(): Buffer;
  /** Writes to the standard output. */
  write(output: string | Uint8Array): void;
}

/**
 * Makes a map as the arguments say; what is wrong is told on the console.
 * @returns the exit code
 */
export async function runMap(args: string[], standard: Standard): Promise<0 | 1> {
  try {
    await run(args, standard);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isOwn = error instanceof Complaint || "code" in error;
    console.error(isOwn ? error.message : error);
    return 1;
  }
}

async function run(args: string[], { read, write }: Standard): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      output: { type: "string", short: "o" },
      format: { type: "string", short: "f" },
      layout: { type: "string" },
      theme: { type: "string", default: "light" },
      url: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [path, second] = positionals;
  if (values.help || path === undefined) {
    write(`${USAGE}\n`);
    return;
  }
  if (second !== undefined) throw new Complaint(`There is a second file, ${second}: give one.`);
  if (values.url !== undefined && !URL.canParse(values.url)) {
    throw new Complaint(`--url ${values.url} is no address: write one such as https://example.org/.`);
  }
  if (values.theme !== "light" && values.theme !== "dark") {
    throw new Complaint(`There is no theme "${values.theme}": write light or dark.`);
  }
  if (values.output !== undefined && isSameFile(path, values.output)) {
    throw new Complaint(`${values.output} is the note itself: name another file for the map.`);
  }
  const format = values.format === undefined ? formatOf(values.output ?? "") : pickFormat(values.format);
  const { map, context } = await readMap(path, read, values.url, values.layout);
  const body = await format.write({ ...map, layout: layoutWhole(map), theme: values.theme }, context, NODE);
  if (values.output === undefined) write(body);
  else writeMap(values.output, body);
}

/** @throws Complaint where there is no folder for the file, or one in its place */
function writeMap(path: string, body: string | Uint8Array): void {
  const folder = dirname(path);
  if (!statSync(fromCaller(folder), { throwIfNoEntry: false })?.isDirectory()) {
    throw new Complaint(`There is no folder ${folder} that ${path} could be written to.`);
  }
  if (statSync(fromCaller(path), { throwIfNoEntry: false })?.isDirectory()) {
    throw new Complaint(`${path || "The output"} is a folder → name a file, as in -o map.svg.`);
  }
  writeFileSync(fromCaller(path), body);
}

/** A path as the caller means it, whom npm takes to the folder of the project. */
function fromCaller(path: string): string {
  const { INIT_CWD = "", npm_lifecycle_event: script } = process.env;
  return resolve(script === "map" ? INIT_CWD : "", path);
}

/** Whether a map would overwrite the note it is of, by whichever path or link. */
function isSameFile(note: string, output: string): boolean {
  if (note === "-") return false;
  // Numbers of files may be larger than a number can tell apart.
  const [own, other] = [note, output].map((path) =>
    statSync(fromCaller(path), { bigint: true, throwIfNoEntry: false }),
  );
  return own !== undefined && own.dev === other?.dev && own.ino === other.ino;
}

/** The format that a file's ending asks for: of `map.outlines.svg` the longer one. */
function formatOf(output: string): ExportFormat {
  const [format] = FORMATS.filter(({ extension }) => output.toLowerCase().endsWith(`.${extension}`)).toSorted(
    (a, b) => b.extension.length - a.extension.length,
  );
  return format ?? pickFormat(extname(output).slice(1) || "svg");
}

function pickFormat(name: string): ExportFormat {
  const format = FORMATS.find(({ extension }) => extension === name);
  if (!format) {
    throw new Complaint(
      `There is no format "${name}": write one of ${FORMATS.map(({ extension }) => extension).join(", ")}.`,
    );
  }
  return format;
}

/** Pictures of the file's own folder, which Astro's processor leaves for its bundler to write. */
function writePictures(root: Root): void {
  visitElements(root, ({ tagName, properties }) => {
    const held = properties.__astro_image_;
    if (tagName === "img" && typeof held === "string") {
      const { alt, src, title, width, height } = JSON.parse(held) as Partial<Record<string, string | number>>;
      Object.assign(properties, { alt, src, title, width, height });
    }
  });
}

/** @throws Complaint for what is no text in UTF-8, too much of it, or nested too deep */
function readSource(path: string, read: Standard["read"]): string {
  const file = path === "-" ? undefined : fromCaller(path);
  if (file !== undefined && !statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Complaint(`There is no file ${path}.`);
  const bytes = file === undefined ? read() : readFileSync(file);
  const source = bytes.toString("utf8").replace(/\r\n?/g, "\n");
  const [unreadable] = [...checkSize(bytes), ...checkEncoding(bytes), ...checkDepth(source)];
  if (unreadable) throw new Complaint(formatProblems([{ file: path, ...unreadable }]));
  return source;
}

/** @throws Complaint for fields that no note can have; others that are wrong are told */
function readFields(path: string, source: string): z.infer<typeof foreignFrontMatter> {
  const problems = checkFields(source, false).map((problem) => ({ file: path, ...problem }));
  const harmful = problems.filter(({ isHarmless }) => !isHarmless);
  if (harmful.length > 0) throw new Complaint(formatProblems(harmful));
  if (problems.length > 0) console.error(formatProblems(problems));
  return foreignFrontMatter.parse(readFrontMatter(findFrontMatter(source)).data ?? {});
}

async function render(markdown: string): Promise<Root> {
  const { processor, ...options } = markdownOptions();
  const renderer = await processor.createRenderer(options);
  const root = parseHtml((await renderer.render(markdown)).code);
  writePictures(root);
  return root;
}

/**
 * @param lines gives the note, its lines as its author has them
 * @throws Complaint when a picture cannot be read, or the text is nested deeper than an outline may be, as HTML can be beside lists
 */
function outlineOf(path: string, lines: () => string, ...text: Parameters<typeof readOutline>): OutlineNode {
  try {
    return readOutline(...text).outline;
  } catch (error) {
    if (error instanceof UnreadablePicture) {
      throw new Complaint(formatProblems([{ file: path, ...tellUnreadable(error.address, lines()) }]));
    }
    // A stack that ran out is a RangeError, too, and nothing that the caller can make sense of.
    const isOwn = error instanceof RangeError && !/call stack/i.test(error.message);
    throw isOwn ? new Complaint(`${path}: ${error.message}`) : error;
  }
}

async function readMap(path: string, read: Standard["read"], url?: string, layout?: string) {
  if (layout !== undefined && !isLayoutName(layout)) {
    throw new Complaint(`There is no layout "${layout}": write one of ${Object.keys(LAYOUTS).join(", ")}.`);
  }
  if (path.endsWith(".mdx")) throw new Complaint(`${path} is MDX, which only the site can render: give a .md file.`);
  const source = readSource(path, read);
  const front = readFields(path, source);
  // What comes from the standard input has no folder that pictures could be in.
  const folder = path === "-" ? undefined : dirname(fromCaller(path));
  const besides = (name: string) => (folder !== undefined && existsSync(resolve(folder, name)) ? name : undefined);
  const toMarkdown = (text: string) => fromObsidian(text, basename(path), besides);
  const body = toMarkdown(bodyOf(source));
  const id = path === "-" ? "map" : basename(path, extname(path));
  const title = titleNote(front, body, `${id}.md`);
  const target = { id, title, path: `${id}.md`, url: url ?? "" };
  const description = describeNote(front, body, target.path);
  const lines = () => toMarkdown(blankFrontMatter(source));
  const outline = outlineOf(path, lines, await render(body), target, { index: createLinkIndex([target]), folder });
  const { lang = "en", published, reviewed, markmap = {} } = front;
  const dir = directionOf(front);
  const context: ExportContext = { id, title, description, url, lang, dir, published, reviewed };
  return { map: createMap(outline, markmap, layout ?? layoutOf(front)), context };
}
