import { defineHastPlugin } from "satteri";

/** Keeps the address a picture was written with, which Astro replaces by that of its optimised copy. */
export const pictureFiles = defineHastPlugin({
  name: "picture-files",
  element: {
    filter: ["img"],
    visit(node, context) {
      const { src } = node.properties;
      if (typeof src === "string") context.setProperty(node, "data-file", src);
    },
  },
});
