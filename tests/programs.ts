import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// What exports are opened with: programs that a reader's machine may have, and one that runs the tests need not.

/** Those that are not installed. They are not asked for their versions: some open a window all the same. */
export function listMissing(programs: readonly string[]): string[] {
  const folders = process.env.PATH?.split(delimiter) ?? [];
  return programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
}

/** Whether a program that is missing is a failure: the run installed them all, and says so. */
export function areRequired(): boolean {
  return process.env.PROGRAMS === "required";
}

/**
 * Whether something can be checked by a program. Where that is not installed it is told, so that nobody takes what was
 * not looked at for what was found right.
 * @param what as it is told, such as "the words of a PDF"
 * @throws Error where all programs are there by promise: with PROGRAMS=required
 */
export function canCheck(what: string, program: string): boolean {
  if (listMissing([program]).length === 0) return true;
  const sentence = `NOT CHECKED: ${what}, for ${program} is not installed.`;
  if (areRequired()) throw new Error(sentence);
  console.warn(sentence);
  return false;
}
