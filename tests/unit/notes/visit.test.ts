import type { Parents } from "hast";
import { expect, test } from "vitest";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { SKIP, visitElements, visitNodes } from "../../../src/notes/visit.ts";

const nameOf = (node: Parents) => (node.type === "element" ? node.tagName : node.type);

test("nodes are visited in the order of the text, with all that they stand in", () => {
  const visited: string[] = [];
  visitNodes(parseHtml("<p>a<b>c</b></p>d"), (node, above, at) => {
    const name = node.type === "text" ? node.value : nameOf(node as Parents);
    visited.push(`${above.map(nameOf).join("/")}/${name} ${at}`);
    return undefined;
  });
  expect(visited).toEqual(["root/p 0", "root/p/a 0", "root/p/b 1", "root/p/b/c 0", "root/d 1"]);
});

test("what stands in an element is left out when the visitor says so", () => {
  const visited: string[] = [];
  visitElements(parseHtml("<ul><li><b></b></li></ul><p></p>"), ({ tagName }) => {
    visited.push(tagName);
    return tagName === "li" ? SKIP : undefined;
  });
  expect(visited).toEqual(["ul", "li", "p"]);
});

test("a visitor may put other nodes in a node's place and go on behind them", () => {
  const root = parseHtml("<p>a<i>b</i>a</p>");
  visitNodes(root, (node, above, at) => {
    if (node.type !== "text" || node.value !== "a") return undefined;
    above.at(-1)?.children.splice(at, 1, { type: "text", value: "a" }, { type: "text", value: "a" });
    return at + 2;
  });
  expect(serializeHtml(root)).toBe("<p>aa<i>b</i>aa</p>");
});
