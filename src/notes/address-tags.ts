import { withoutComments } from "./check-tags.ts";

/** The opening tag of a link or a picture in HTML. */
export interface AddressTag {
  name: "a" | "img";
  /** The whole tag, on one line. */
  tag: string;
  address: string;
  /** Where the tag begins. */
  offset: number;
  /** Where its address begins and ends, without quotes around it. */
  range: [start: number, end: number];
}

const TAG = /<(img|a)(?=\s)/gi;
/** An attribute; what MDX has in braces is code and no value. */
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>{][^\s>]*)))?/dy;

/** Tags of pictures and links in HTML, but not those in its comments. */
export function readTags(html: string): AddressTag[] {
  const text = withoutComments(html);
  const tags: AddressTag[] = [];
  TAG.lastIndex = 0;
  for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
    const name = match[1]?.toLowerCase() === "img" ? "img" : "a";
    const { attributes, end } = readAttributes(text, TAG.lastIndex);
    TAG.lastIndex = end;
    const range = attributes.get(name === "img" ? "src" : "href");
    if (!range || text[end - 1] !== ">") continue;
    const tag = text.slice(match.index, end).replace(/\s+/g, " ");
    tags.push({ name, tag, address: text.slice(...range), offset: match.index, range });
  }
  return tags;
}

/** Where the values of a tag's attributes stand, and where the tag ends. */
function readAttributes(text: string, start: number) {
  const attributes = new Map<string, [start: number, end: number]>();
  let end = start;
  ATTRIBUTE.lastIndex = start;
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
    end = ATTRIBUTE.lastIndex;
    const { 1: name = "", indices = [] } = match;
    const range = indices[2] ?? indices[3] ?? indices[4];
    // Of two the first holds.
    if (range && !attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), range);
  }
  const sign = text.indexOf(">", end);
  return { attributes, end: sign < 0 ? text.length : sign + 1 };
}
