import { satteri } from "@astrojs/markdown-satteri";
import { codeTransformers } from "../notes/code.ts";
import { foldMarks } from "../notes/fold-marks.ts";
import { headingIds } from "../notes/heading-ids.ts";
import { MARKDOWN_FEATURES } from "../notes/parse-markdown.ts";
import { pictureSizes } from "../notes/picture-sizes.ts";

type HastPlugins = NonNullable<NonNullable<Parameters<typeof satteri>[0]>["hastPlugins"]>;

/**
 * How Markdown becomes HTML, as Astro's configuration has it; threads render with the same.
 * @param plugins what works on the tree of HTML besides
 */
export function markdownOptions(...plugins: HastPlugins) {
  return {
    processor: satteri({ features: MARKDOWN_FEATURES, hastPlugins: [foldMarks, headingIds, pictureSizes, ...plugins] }),
    shikiConfig: { theme: "css-variables" as const, transformers: codeTransformers() },
  };
}
