import type { Element, ElementContent } from "hast";
import { isFootnoteNumber } from "./words.ts";

const LISTS = /^[uo]l$/;
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** A block's own words, those of lists below it left out, with where what stands in it begins and ends. */
interface BlockWords {
  text: string;
  places: ReadonlyMap<ElementContent, [start: number, end: number]>;
  sentences: Intl.Segments;
}

/**
 * Makes a function that says in which sentence of a block a link stands. What was read of a block is
 * remembered, since a block may hold very many.
 */
export function createSentenceFinder(): (link: ElementContent, block: Element) => string {
  const known = new Map<Element, BlockWords>();
  return (link, block) => {
    const words = known.get(block) ?? readBlock(block);
    known.set(block, words);
    const { text, sentences } = words;
    const [start, end] = words.places.get(link) ?? [0, text.length];
    const own = text.slice(start, end);
    const first = sentences.containing(start + own.length - own.trimStart().length);
    const last = sentences.containing(Math.max(start, start + own.trimEnd().length - 1));
    const sentence = first && last ? text.slice(first.index, last.index + last.segment.length) : text;
    return sentence.replace(/ +/g, " ").trim();
  };
}

function readBlock({ children }: Element): BlockWords {
  const places = new Map<ElementContent, [number, number]>();
  let text = "";
  const read = (node: ElementContent) => {
    const start = text.length;
    if (node.type === "element" && !isFootnoteNumber(node)) node.children.forEach(read);
    // A line's end in the source is no sentence's.
    else if (node.type === "text") text += node.value.replace(/\s/g, " ");
    places.set(node, [start, text.length]);
  };
  for (const child of children) if (child.type !== "element" || !LISTS.test(child.tagName)) read(child);
  return { text, places, sentences: segmenter.segment(text) };
}
