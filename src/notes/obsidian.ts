import { markdownToMdast } from "satteri";
import type { MarkupNode } from "./check-markup.ts";
import { type Embed, findEmbeds } from "./embeds.ts";

/** Finds a picture that an embed names: its path below the notes' folder. */
export type FindPicture = (name: string) => string | undefined;

/**
 * Writes what Obsidian adds to Markdown as Markdown: pictures that are embedded, links for notes that are, and nothing
 * for comments. What it names and is not there stays as it is written.
 * @param note path of the note below the notes' folder
 */
export function fromObsidian(markdown: string, note: string, findPicture: FindPicture): string {
  const text = dropComments(markdown);
  if (!text.includes("![[")) return text;
  const code = findCode(text);
  let end = 0;
  let written = "";
  for (const embed of findEmbeds(text)) {
    if (code.some(([from, to]) => from <= embed.index && embed.index < to)) continue;
    written += text.slice(end, embed.index) + writeEmbed(embed, note, findPicture);
    end = embed.index + embed.written.length;
  }
  return written + text.slice(end);
}

function writeEmbed({ written, name, kind, shown }: Embed, note: string, findPicture: FindPicture): string {
  if (kind === "note") return written.slice(1);
  const path = kind === "picture" ? findPicture(name) : undefined;
  if (path === undefined) return written;
  const above = "../".repeat(note.split("/").length - 1);
  const words = (name.split("/").at(-1) ?? name).replace(/\.[^.]*$/, "").replace(/[\\*_`]/g, "\\$&");
  const alt =
    shown === undefined || !/^\s*\d+(?:x\d+)?\s*$/.test(shown) ? (shown ?? words) : `${words}\\|${shown.trim()}`;
  return `![${alt}](<${above}${encodeURI(path)}>)`;
}

/** Where a comment begins; behind digits and letters two signs of percent are text. */
const OPENING = /(?<![\p{L}\p{N}])%%(?!%)/gu;

/** Takes comments out, `%%…%%`, and leaves the ends of their lines. One that is never closed is text. */
export function dropComments(markdown: string): string {
  if (!/%%[\s\S]*%%/.test(markdown)) return markdown;
  const code = findCode(markdown);
  const isText = ({ index }: { index: number }) => !code.some(([from, to]) => from <= index && index < to);
  const closings = [...markdown.matchAll(/%%/g)].filter(isText);
  let end = 0;
  let kept = "";
  for (const { index } of [...markdown.matchAll(OPENING)].filter(isText)) {
    const closing = closings.find((mark) => mark.index > index + 1);
    if (index < end || !closing) continue;
    kept += markdown.slice(end, index);
    end = closing.index + 2;
    kept += markdown.slice(index, end).replace(/[^\n]/g, "");
  }
  return kept + markdown.slice(end);
}

/** Where code begins and ends, in which everything is as it is written. */
function findCode(markdown: string): [from: number, to: number][] {
  const visit = ({ type, position, children = [] }: MarkupNode): [number, number][] =>
    /^(?:code|inlineCode|html)$/.test(type)
      ? [[position?.start.offset ?? 0, position?.end?.offset ?? 0]]
      : children.flatMap(visit);
  return visit(markdownToMdast(markdown) as MarkupNode);
}
