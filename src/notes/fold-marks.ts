import { defineHastPlugin } from "satteri";

const FOLD = /^\s*\/\*\s*markmap:\s*(fold|foldAll)\s*\*\/\s*$/;

/**
 * Carries markmap's fold comments through MDX, where comments are `{/* … *\/}` and leave no trace:
 * each becomes an empty element that the outline reads as it reads `<!-- markmap: fold -->`.
 */
export const foldMarks = defineHastPlugin({
  name: "fold-marks",
  mdxTextExpression(node, context) {
    const fold = FOLD.exec(node.value)?.[1];
    if (!fold) return;
    context.replaceNode(node, {
      type: "element",
      tagName: "span",
      properties: { dataMarkmapFold: fold },
      children: [],
    });
  },
});
