import { checkFields } from "./check-fields.ts";
import { checkMarkup, type MarkupSurroundings } from "./check-markup.ts";
import { checkMdx, type MdxCompiler } from "./check-mdx.ts";
import { checkCharacters, checkDepth, checkEncoding, checkSize } from "./check-text.ts";
import { noteId } from "./ids.ts";
import type { Finding, Problem } from "./problems.ts";

/** A note's file as it lies on the disk. */
export interface NoteFile {
  /** Path below the notes' folder, with "/" between folders. */
  path: string;
  bytes: Uint8Array;
}

/** How strictly notes are checked, and what with. */
export interface CheckOptions {
  /** Whether these are the project's own notes, which must have complete front matter. */
  required: boolean;
  /** Absolute path of the notes' folder. */
  folder?: string;
  /** Without it, MDX is not checked. */
  mdx?: MdxCompiler;
  /** Without it, pictures, links and what components need are not checked. */
  markup?: MarkupSurroundings;
}

/**
 * Checks all notes and finds everything that would stop the build or spoil a page.
 * @returns all problems of all notes; none but harmless ones when the site can be built
 */
export function checkNotes(files: readonly NoteFile[], options: CheckOptions): Problem[] {
  return [
    ...files.flatMap((file) => checkNote(file, options).map((problem) => ({ file: file.path, ...problem }))),
    ...checkFolder(files, options.folder ?? ""),
    ...checkAddresses(files.map(({ path }) => path)),
  ];
}

/**
 * Finds files that their authors may take for notes, and that are none by their endings.
 * @param paths of all files below the notes' folder whose endings other programs take for Markdown's
 */
export function checkEndings(paths: readonly string[]): Problem[] {
  return paths.flatMap((file) => {
    const ending = file.slice(file.lastIndexOf("."));
    const right = /^\.mdx$/i.test(ending) ? ".mdx" : ".md";
    if (ending === right) return [];
    const found = `a file that ends in ${ending}, which is passed over`;
    const name = file.slice(file.lastIndexOf("/") + 1, -ending.length) + right;
    return { file, line: 1, found, expected: ".md or .mdx", mend: `rename it to ${name}`, isHarmless: true };
  });
}

function checkNote({ path, bytes }: NoteFile, { required, mdx, markup }: CheckOptions): Finding[] {
  // Each of these makes the following checks meaningless or slow.
  const unreadable = [...checkSize(bytes), ...checkName(path)];
  if (unreadable.length > 0) return unreadable;
  const garbled = checkEncoding(bytes);
  if (garbled.length > 0) return garbled;
  const note = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replace(/\r\n?/g, "\n");
  const deep = checkDepth(note);
  const broken = mdx && path.endsWith(".mdx") && deep.length === 0 ? checkMdx(note, mdx) : [];
  const isReadable = deep.length === 0 && broken.length === 0;
  const shown = markup && isReadable ? checkMarkup(note, path, markup, required) : [];
  return [...checkFields(note, required), ...checkCharacters(note), ...deep, ...broken, ...shown];
}

/** Signs that begin something else in the addresses by which pictures and modules are asked for. */
const PARTING = /[#?%]/;

/**
 * Names notes whose pictures or code could not be found for a sign in a path: the first, where it is in that of the notes'
 * folder, else each that has one in its own.
 */
function checkFolder(files: readonly NoteFile[], folder: string): Problem[] {
  const problem = (file: string, sign: string, name: string): Problem => {
    const found = `${sign} in the path of a note with pictures or code, which are not found there`;
    return { file, line: 1, found, expected: "letters, digits and hyphens", mend: `rename ${name}` };
  };
  const sign = PARTING.exec(folder)?.[0];
  if (sign) {
    const first = files.find(isBundled);
    return first ? [problem(first.path, sign, folder)] : [];
  }
  const parted = files.filter((file) => file.path.includes("%") && isBundled(file));
  return parted.map(({ path }) => problem(path, "%", "the file or folder"));
}

/** Whether Astro brings other files in for a note. */
function isBundled({ path, bytes }: NoteFile): boolean {
  return path.endsWith(".mdx") || /!\[[^\]]*[\](]/.test(new TextDecoder().decode(bytes));
}

function checkName(path: string): Finding[] {
  const [expected, mend] = ["a name of letters, digits and hyphens", "rename the file"];
  // In an address these two end the path.
  const sign = /[#?]/.exec(path)?.[0];
  if (sign) return [{ line: 1, found: `${sign} in the file's name`, expected, mend }];
  if (noteId(path).split("/").includes("")) {
    return [{ line: 1, found: "a file or folder without a letter in its name", expected, mend }];
  }
  return [];
}

function checkAddresses(paths: readonly string[]): Problem[] {
  const byId = new Map<string, string>();
  const problems: Problem[] = [];
  const complain = (file: string, address: string, other: string) =>
    problems.push({
      file,
      line: 1,
      found: `the address ${address}, which ${other} has too`,
      expected: "an address of its own",
      mend: "rename one of the two files",
    });
  for (const path of paths.toSorted()) {
    const id = noteId(path);
    const other = byId.get(id);
    if (other !== undefined) complain(path, `/notes/${id}/`, other);
    else byId.set(id, path);
  }
  for (const [id, path] of byId) {
    const owner = id.endsWith("/map") ? byId.get(id.slice(0, -"/map".length)) : undefined;
    if (owner !== undefined) complain(path, `/notes/${id}/`, `the map of ${owner}`);
  }
  return problems;
}
