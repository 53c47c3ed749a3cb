import { mdxToJs, mdxToMdast } from "satteri";
import { checkNotes, type NoteFile } from "../../../src/notes/check.ts";
import { formatProblems } from "../../../src/notes/problems.ts";

/** What MDX is checked with: components that stand ready for every note among it. */
export const mdx = { compile: mdxToJs, parse: mdxToMdast, components: ["Figure", "Now", "Then"] };

/** A note's file of some text or bytes. */
export function file(source: string | Uint8Array, path = "note.md"): NoteFile {
  return { path, bytes: typeof source === "string" ? new TextEncoder().encode(source) : source };
}

/** The message for a note of other people's, without its first lines; "" when there is nothing wrong with it. */
export function check(source: string | Uint8Array, path?: string): string {
  return tell([file(source, path)], false);
}

/** The same for several notes, or for the project's own, which are required to have their fields. */
export function tell(files: NoteFile[], required: boolean): string {
  const problems = checkNotes(files, { required, mdx });
  return problems.length ? formatProblems(problems).split("\n").slice(2).join("\n") : "";
}
