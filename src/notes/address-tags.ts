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

/** Tags of pictures and links in HTML, but not those in its comments. */
export function readTags(html: string): AddressTag[] {
  return [...withoutComments(html).matchAll(/<(img|a)(?=\s)([^>]*)>/gi)].flatMap(
    ({ 0: tag, 1: written = "", 2: attributes = "", index }) => {
      const name = written.toLowerCase() === "img" ? "img" : "a";
      const wanted = name === "img" ? "src" : "href";
      const pattern = new RegExp(`(?<![\\w-])${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "di");
      const { indices = [] } = pattern.exec(attributes) ?? {};
      const place = indices[1] ?? indices[2] ?? indices[3];
      if (!place) return [];
      const address = attributes.slice(...place);
      const from = index + 1 + written.length;
      return [
        { name, tag: tag.replace(/\s+/g, " "), address, offset: index, range: [from + place[0], from + place[1]] },
      ];
    },
  );
}
