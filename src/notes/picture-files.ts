import { defineHastPlugin } from "satteri";

/**
 * Keeps the address a picture was written with, which Astro replaces by that of its optimised copy.
 * @param findFault what is wrong with a picture that a note shows by this address, if anything is.
 *   It is thrown here, since Astro's own imports would take all pages down, and stay broken when the
 *   picture is there.
 */
export function pictureFiles(findFault: (address: string, note: URL) => string | undefined) {
  return defineHastPlugin({
    name: "picture-files",
    element: {
      filter: ["img"],
      visit(node, context) {
        const { src } = node.properties;
        if (typeof src !== "string") return;
        const fault = context.fileURL && findFault(src, context.fileURL);
        if (fault) throw new Error(fault);
        context.setProperty(node, "data-file", src);
      },
    },
  });
}
