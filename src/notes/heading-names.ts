import type { Root } from "hast";
import { visitElements } from "./visit.ts";

/**
 * The anchor that an author gives a heading at its end, `## Install {#setup}`, as most makers of sites read it; some
 * have a colon before it, and classes and other attributes beside it, which pages have no use for.
 */
const NAME = /(?:^|\s+)\{:?\s*(?:\.[\w-]+\s+)*#([^\s{}#"'<>]+)(?:\s[^{}]*)?\}\s*$/;

/** Gives headings the anchors that their authors wrote, which are no words of theirs. The tree is changed in place. */
export function nameHeadings(root: Root): void {
  visitElements(root, (heading) => {
    const last = heading.children.at(-1);
    if (!/^h[1-6]$/.test(heading.tagName) || last?.type !== "text") return undefined;
    const name = nameIn(last.value);
    if (name === undefined) return undefined;
    heading.properties.id = name;
    last.value = withoutName(last.value);
    return undefined;
  });
}

/** The anchor that its author gave a heading, from the last of its texts. */
export function nameIn(words: string): string | undefined {
  return NAME.exec(words)?.[1];
}

/** The words of a heading without the anchor that its author gave it. */
export function withoutName(words: string): string {
  return words.replace(NAME, "");
}
