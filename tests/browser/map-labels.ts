import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./dist.ts";

interface Node {
  content: string;
  children: Node[];
}

/** The labels of a built map in their order, in plain words, each with its depth; the root has 0. */
export function readLabels(path: string): { words: string; depth: number }[] {
  const { root } = JSON.parse(readFileSync(join(DIST, `${path}map.json`), "utf8")) as { root: Node };
  const labels: { words: string; depth: number }[] = [];
  const walk = ({ content, children }: Node, depth: number) => {
    const words = content
      .replace(/<[^>]*>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&");
    labels.push({ words, depth });
    for (const child of children) walk(child, depth + 1);
  };
  walk(root, 0);
  return labels;
}
