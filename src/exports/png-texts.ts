import { joinBytes } from "./bytes.ts";
import type { ExportContext } from "./format.ts";

/** Length of a PNG's signature and of its header, behind which texts may stand. */
const BEFORE_TEXTS = 8 + 25;

const encoder = new TextEncoder();

/**
 * Adds to a PNG what it is a picture of and whose work that is, as international texts under the keywords of the format
 * (PNG 1.2, 4.2.3), which programs for pictures show.
 */
export function addTexts(png: Uint8Array, context: ExportContext): Uint8Array {
  const { title, author, description, licence, url } = context;
  const texts = {
    Title: title,
    Author: author,
    Description: description,
    Copyright: licence && `${licence.name} (${licence.url})`,
    Source: url,
  };
  const chunks = Object.entries(texts).flatMap(([keyword, text]) => (text ? [writeChunk(keyword, text)] : []));
  return joinBytes([png.subarray(0, BEFORE_TEXTS), ...chunks, png.subarray(BEFORE_TEXTS)]);
}

/** A chunk of kind `iTXt`: a keyword, no packing, no language, and words in UTF-8. */
function writeChunk(keyword: string, text: string): Uint8Array {
  const body = encoder.encode(`iTXt${keyword}\0\0\0\0\0${text.replaceAll("\0", "")}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, checksum(body));
  return chunk;
}

/** CRC-32 as PNG has it (PNG 1.2, appendix D). */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
