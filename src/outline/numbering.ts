import type { Element } from "hast";
import type { NodePayload } from "./node.ts";

/** What the items of a list are numbered with, as browsers number them; nothing where the list has no order. */
export function numberItems(list: Element): Map<Element, Pick<NodePayload, "index" | "marker">> {
  const numbers = new Map<Element, Pick<NodePayload, "index" | "marker">>();
  if (list.tagName !== "ol") return numbers;
  const items = list.children.filter((child): child is Element => child.type === "element" && child.tagName === "li");
  const { reversed, start, type } = list.properties;
  let next = readInteger(start) ?? (reversed ? items.length : 1);
  for (const item of items) {
    const index = readInteger(item.properties.value) ?? next;
    const marker = writeMarker(index, type);
    numbers.set(item, { index, ...(marker && { marker }) });
    next = index + (reversed ? -1 : 1);
  }
  return numbers;
}

/** A number as HTML reads it; undefined where there is none. */
function readInteger(written: unknown): number | undefined {
  const number = Number.parseInt(String(written), 10);
  return Number.isNaN(number) ? undefined : number;
}

/** A number in a list's letters or Roman numerals; undefined where it stands in digits. */
function writeMarker(index: number, type: unknown): string | undefined {
  if (index < 1) return undefined;
  if (type === "a") return writeLetters(index);
  if (type === "A") return writeLetters(index).toUpperCase();
  if (index > 3999) return undefined;
  if (type === "i") return writeRoman(index);
  return type === "I" ? writeRoman(index).toUpperCase() : undefined;
}

function writeLetters(index: number): string {
  let letters = "";
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const ROMAN = { m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90, l: 50, xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 };

function writeRoman(index: number): string {
  let rest = index;
  let numeral = "";
  for (const [sign, worth] of Object.entries(ROMAN)) {
    numeral += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return numeral;
}
