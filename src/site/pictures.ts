import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import type { Element, Root } from "hast";
import { imageSize } from "image-size";
import { isBeside, isWholePicture } from "../notes/check-pictures.ts";
import { inWords } from "../notes/paths.ts";
import { visitElements } from "../notes/visit.ts";

/** Largest file, in bytes, that goes into a map: icons and small drawings, no photographs. */
const LARGEST = 16_384;
/** What every program that opens an exported map can draw. */
const MEDIA_TYPES: Record<string, string> = { png: "image/png", jpg: "image/jpeg" };

/** A small picture of a note that is none, or was cut off. */
export class UnreadablePicture extends Error {
  /** Its address as the note has it. */
  readonly address: string;

  constructor(address: string, cause: unknown) {
    super(`the picture ${address} cannot be read`, { cause });
    this.address = address;
  }
}

/**
 * Gives each small picture of a note its bytes, so that the map can show it where nothing can be
 * loaded: `data-picture` holds them as a data address, width and height the size where it was not set.
 * Pictures that are large, elsewhere, or of another kind than PNG or JPEG stay as they are.
 * @param file the note's own file, from which addresses are read
 * @param folder the notes' folder; nothing outside of it is read
 * @returns the addresses that pictures have on the page, by those which they are written with, where these differ
 * @throws UnreadablePicture
 */
export function embedPictures(root: Root, file: string, folder: string): Map<string, string> {
  const addresses = new Map<string, string>();
  visitElements(root, ({ tagName, properties }) => {
    if (tagName !== "img") return;
    const { dataFile, src } = properties;
    // What may not be loaded has lost its address.
    if (dataFile !== undefined && src !== undefined && dataFile !== src) addresses.set(String(dataFile), String(src));
    embedPicture(properties, file, folder);
  });
  return addresses;
}

function embedPicture(properties: Element["properties"], file: string, folder: string): void {
  const address = String(properties.dataFile ?? properties.src ?? "");
  delete properties.dataFile;
  if (!isBeside(address)) return;
  const path = resolve(dirname(file), inWords(address));
  const inside = relative(folder, path);
  if (inside.startsWith("..") || isAbsolute(inside)) return;
  // Of names that no file can have, it says that there is none.
  const stats = existsSync(path) ? statSync(path) : undefined;
  if (!stats?.isFile() || stats.size > LARGEST) return;
  const bytes = readFileSync(path);
  const { width, height, type = "" } = readSize(bytes, address);
  const mediaType = MEDIA_TYPES[type];
  if (!mediaType) return;
  // Of one that was set the other follows, so that the picture keeps its shape.
  const [wide, high] = [Number(properties.width), Number(properties.height)];
  properties.width ??= high > 0 ? Math.round((width * high) / height) : width;
  properties.height ??= wide > 0 ? Math.round((height * wide) / width) : height;
  properties.dataPicture = `data:${mediaType};base64,${bytes.toString("base64")}`;
}

function readSize(bytes: Uint8Array, address: string): ReturnType<typeof imageSize> {
  try {
    if (!isWholePicture(bytes)) throw new Error("it ends too early");
    return imageSize(bytes);
  } catch (cause) {
    throw new UnreadablePicture(address, cause);
  }
}
