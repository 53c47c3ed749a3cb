import { defineHastPlugin } from "satteri";

/** What Obsidian writes behind a picture's words: its width in pixels, and perhaps its height. */
const SIZE = /^\s*(\d{1,4})(?:x(\d{1,4}))?\s*$/;

/** A picture's words as they are read, and its size in pixels where they say it. */
export function splitSize(alt: string): { words: string; width?: number; height?: number } {
  const bar = alt.lastIndexOf("|");
  const [, width, height] = (bar >= 0 && SIZE.exec(alt.slice(bar + 1))) || [];
  if (width === undefined) return { words: alt };
  return {
    words: alt.slice(0, bar).trimEnd(),
    width: Number(width),
    ...(height !== undefined && { height: Number(height) }),
  };
}

/** Takes a picture's size out of its words, where Obsidian has it: `![words|300](picture.png)`. */
export const pictureSizes = defineHastPlugin({
  name: "picture-sizes",
  element: {
    filter: ["img"],
    visit(node, context) {
      const { words, ...size } = splitSize(String(node.properties.alt ?? ""));
      if (size.width === undefined) return;
      context.setProperty(node, "alt", words);
      for (const [name, pixels] of Object.entries(size)) context.setProperty(node, name, pixels);
    },
  },
});
