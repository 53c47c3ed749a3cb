import { defineHastPlugin } from "satteri";
import type { Element } from "hast";
import { slugOf } from "./ids.ts";
import { hasFootnoteNumber, lettersOf } from "./words.ts";

/**
 * Gives headings that bring a footnote or a fold mark an id of their words alone, and those whose accents are signs of
 * their own the id that they would have otherwise. Astro, which gives all others theirs, would count the footnote's
 * number and the blank before the mark among them, and a footnote added further up or a fold would change the address.
 */
export const headingIds = defineHastPlugin({
  name: "heading-ids-of-words",
  element: {
    filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
    visit(node, context) {
      const heading = node as Element;
      const words = lettersOf(heading);
      const named = words.trim().normalize();
      const isOther = hasFootnoteNumber(heading) || words !== named;
      if (heading.properties.id === undefined && isOther) context.setProperty(node, "id", slugOf(named));
    },
  },
});
