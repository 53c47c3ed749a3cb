import { existsSync, readFileSync, statSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { imageSize } from "image-size";
import { isBeside, isWholePicture, type PictureState } from "../notes/check-pictures.ts";

/** What Astro reads as a picture; files of other kinds it takes as they are. */
const READ = new Set([".jpeg", ".jpg", ".png", ".apng", ".tiff", ".webp", ".gif", ".svg", ".avif"]);

/** Looks at a file that a note shows as a picture, as Astro is going to. */
export function lookAtPicture(path: string): PictureState {
  // Of names that no file can have, it says that there is none.
  const stats = existsSync(path) ? statSync(path) : undefined;
  // What stands behind ? or # in an address is none of the file's name.
  if (!stats) return /[?#]/.test(path) ? lookAtPicture(path.replace(/[?#].*$/s, "")) : "missing";
  if (!stats.isFile()) return "folder";
  if (!READ.has(extname(path).toLowerCase())) return "fine";
  if (stats.size === 0) return "empty";
  // What cannot be read for reasons of the machine is no fault of the picture, and is thrown.
  const bytes = readFileSync(path);
  try {
    imageSize(bytes);
    return isWholePicture(bytes) ? "fine" : "unreadable";
  } catch {
    return "unreadable";
  }
}

const FAULTS: Partial<Record<PictureState, string>> = {
  missing: "is not there",
  folder: "is a folder",
  empty: "is empty",
  unreadable: "cannot be read",
};

/** What is wrong with a picture that a note shows by this address; undefined when nothing is. */
export function findPictureFault(address: string, note: URL): string | undefined {
  if (!isBeside(address)) return undefined;
  const path = pathOf(address, note);
  if (path === undefined) return `the address of the picture ${address} is none: write %25 for a % that is text`;
  const fault = FAULTS[lookAtPicture(path)];
  return fault && `the picture ${address} ${fault}`;
}

function pathOf(address: string, note: URL): string | undefined {
  try {
    return fileURLToPath(new URL(address, note));
  } catch {
    return undefined;
  }
}
