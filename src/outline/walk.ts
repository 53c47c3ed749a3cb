import type { OutlineNode } from "./node.ts";

/** How many nodes there are, the root among them. */
export function countNodes(root: OutlineNode): number {
  return root.children.reduce((sum, child) => sum + countNodes(child), 1);
}

/** The node with this anchor, or undefined. */
export function findNode<Node extends OutlineNode & { children: Node[] }>(root: Node, id: string): Node | undefined {
  if (root.payload.id === id) return root;
  for (const child of root.children) {
    const found = findNode(child, id);
    if (found) return found;
  }
  return undefined;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** A label's words without its marks. */
export function textOf(content: string): string {
  if (!/[<&]/.test(content)) return content;
  return readSigns(content.replace(/<[^>]*>/g, "")).trim();
}

/** Reads the signs that a label has escaped. */
export function readSigns(label: string): string {
  return label.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? "");
}
