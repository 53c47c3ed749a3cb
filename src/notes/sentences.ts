import type { Element, ElementContent } from "hast";
import { cutAround } from "./cut-preview.ts";
import { isFootnoteNumber } from "./words.ts";

const LISTS = /^[uo]l$/;
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** What a sentence goes on behind, though a capital follows: "e.g. TPM", "Dr. Smith", "U.S. law", "Ralph C. Merkle". */
const ABBREVIATION = /(?<![\p{L}\p{N}])(?:e\.g|i\.e|cf|vs|approx|Dr|Mrs?|Ms|Prof|Fig|No|(?:\p{Lu}\.)*\p{Lu})\.\s*$/u;
/** Most such stops on either side of a place: without an end a text of nothing else were one sentence. */
const MOST_STOPS = 4;

/** A block's own words, those of lists below it left out, with where what stands in it begins and ends. */
interface BlockWords {
  text: string;
  places: ReadonlyMap<ElementContent, [start: number, end: number]>;
  sentences: Intl.Segments;
}

/**
 * Makes a function that says in which sentence of a block a link stands, or what is around it in a long one. What was
 * read of a block is remembered, since a block may hold very many.
 */
export function createSentenceFinder(): (link: ElementContent, block: Element) => string {
  const known = new Map<Element, BlockWords>();
  return (link, block) => {
    const words = known.get(block) ?? readBlock(block);
    known.set(block, words);
    const { text, sentences } = words;
    const [start, end] = words.places.get(link) ?? [0, text.length];
    const own = text.slice(start, end);
    const first = start + own.length - own.trimStart().length;
    const last = Math.max(start, start + own.trimEnd().length - 1);
    const [from, to] = findSentences(text, sentences, first, last);
    return cutAround(text.slice(from, to), Math.max(0, first - from), Math.min(to, last + 1) - from)
      .replace(/ +/g, " ")
      .trim();
  };
}

/** A text's first sentence, "" for none. */
export function firstSentence(text: string): string {
  return text.slice(...findSentences(text, segmenter.segment(text), 0, 0)).trim();
}

/** Where the whole sentences from one place in a text to another begin and end. */
function findSentences(
  text: string,
  sentences: Intl.Segments,
  start: number,
  end: number,
): [start: number, end: number] {
  let first = sentences.containing(Math.min(start, text.length - 1));
  let last = sentences.containing(Math.min(end, text.length - 1));
  if (!first || !last) return [0, text.length];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const before: Intl.SegmentData | undefined = sentences.containing(first.index - 1);
    if (!before || !goesOn(before)) break;
    first = before;
  }
  for (let stops = 0; stops < MOST_STOPS && goesOn(last); stops += 1) {
    last = sentences.containing(last.index + last.segment.length) ?? last;
  }
  return [first.index, last.index + last.segment.length];
}

function goesOn({ segment }: Intl.SegmentData): boolean {
  return ABBREVIATION.test(segment.slice(-16));
}

function readBlock({ children }: Element): BlockWords {
  const places = new Map<ElementContent, [number, number]>();
  let text = "";
  const read = (node: ElementContent) => {
    const start = text.length;
    if (node.type === "element" && !isFootnoteNumber(node)) node.children.forEach(read);
    // A line's end in the source is no sentence's.
    else if (node.type === "text") text += node.value.replace(/\s/g, " ");
    if (node.type === "element" && node.tagName === "br") text += " ";
    places.set(node, [start, text.length]);
  };
  for (const child of children) if (child.type !== "element" || !LISTS.test(child.tagName)) read(child);
  return { text, places, sentences: segmenter.segment(text) };
}
