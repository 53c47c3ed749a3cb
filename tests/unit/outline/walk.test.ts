import { expect, test } from "vitest";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { countNodes, findNode, textOf } from "../../../src/outline/walk.ts";

const node = (id: string, ...children: OutlineNode[]): OutlineNode => ({
  content: id,
  children,
  payload: { id, tag: "li" },
});
const root = node("top", node("a", node("b"), node("c", node("d"))), node("e"));

test("nodes are counted with the root", () => {
  expect(countNodes(root)).toBe(6);
});

test("a node is found by its anchor", () => {
  expect(findNode(root, "c")?.children).toEqual([node("d")]);
  expect(findNode(root, "nowhere")).toBeUndefined();
});

test.each([
  ["plain words", "plain words"],
  ['<a href="/x/?a=1&amp;b=2">R&amp;D</a> in <em>“2 &lt; 3”</em>', "R&D in “2 < 3”"],
  ["&quot;&amp;lt;&quot; &gt; &copy;", '"&lt;" > &copy;'],
])("the words of %s are %s", (content, words) => expect(textOf(content)).toBe(words));
