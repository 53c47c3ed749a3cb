import { type Paint, lineWidth } from "./draw.ts";
import type { MapBox } from "./layout.ts";
import type { OutlineNode } from "../outline/node.ts";
import { type Run, isCode } from "./runs.ts";
import { round, type Shape } from "./shape.ts";
import { EM, FONT_FAMILY, MONO_FAMILY, type MapOptions, type MapTheme, THEMES, labelStyle } from "./theme.ts";

type Attributes = Shape["attributes"];

/** A node's colour: its branch's, of the author's own colours or the theme's; the root has the text's. */
export function branchColor({ color }: MapOptions, theme: MapTheme, { payload: { branch } }: OutlineNode): string {
  const colors = color?.length ? color : theme.branches;
  return (branch === undefined ? undefined : colors[branch % colors.length]) ?? theme.text;
}

/**
 * Paint for a map in a page: class names only, so that the page's style sheet sets the colours and
 * a change of theme needs no new drawing. An author's own colours are attributes.
 */
export function createPagePaint(options: MapOptions): Paint {
  const own = options.color?.length ? options.color : undefined;
  // The sheet has as many colours as either theme.
  const { length } = THEMES.light.branches;
  const branchClass = ({ node }: MapBox) => `b${(node.payload.branch ?? 0) % length}`;
  const stroke = (box: MapBox, name: string): Attributes =>
    own
      ? { class: name, stroke: branchColor(options, THEMES.light, box.node) }
      : { class: `${name} ${branchClass(box)}` };
  return {
    line: (box) => ({
      ...stroke(box, box.node.payload.era === "then" ? "line then" : "line"),
      "stroke-width": lineWidth(box.level, options.lineWidth),
    }),
    label: (box) => ({ class: pageLabelClass(box) }),
    run: (run) => (run.marks.length ? { class: run.marks.join(" ") } : {}),
    root: () => ({ class: "root" }),
    handle: (box) => stroke(box, box.hidden ? "handle folded" : "handle"),
    count: () => ({ class: "count" }),
    task: () => ({ class: "task" }),
    picture: ({ data }) => ({ href: data }),
    linksWithin: true,
  };
}

function pageLabelClass({ node, level }: MapBox): string | undefined {
  const { tag, era } = node.payload;
  const names = [tag === "h1" || tag === "h2" ? tag : "", level === 1 ? "top" : "", era === "then" ? "then" : ""];
  return names.filter(Boolean).join(" ") || undefined;
}

/**
 * Paint for a file that stands alone: presentation attributes only, which every SVG program reads
 * (colours from style sheets turn black in Inkscape and LibreOffice). Class names ride along so
 * that the file's own style sheet can switch to dark where one is obeyed.
 * @param linksWithin LibreOffice shows no word of a text that has a link within
 */
export function createFilePaint(options: MapOptions, theme: MapTheme, linksWithin = false): Paint {
  const own = options.color?.length ? options.color : undefined;
  const color = (box: MapBox) => branchColor(options, theme, box.node);
  const branchClass = ({ node }: MapBox) =>
    own || node.payload.branch === undefined ? undefined : `b${node.payload.branch % theme.branches.length}`;
  return {
    line: (box) => ({
      class: branchClass(box),
      fill: "none",
      stroke: color(box),
      "stroke-width": lineWidth(box.level, options.lineWidth),
      "stroke-linecap": "round",
      "stroke-dasharray": box.node.payload.era === "then" ? "5 4" : undefined,
    }),
    label: ({ node, level }) => {
      const { fontSize, bold } = labelStyle(node.payload.tag);
      const then = node.payload.era === "then";
      return {
        class: level === 1 ? "r" : then ? "m" : "t",
        fill: level === 1 ? theme.background : then ? theme.muted : theme.text,
        "font-family": FONT_FAMILY,
        "font-size": fontSize,
        "font-weight": bold ? 700 : undefined,
      };
    },
    run: (run, box) => fileRun(run, box, theme),
    root: () => ({ class: "t", fill: theme.text }),
    handle: (box) => ({
      class: box.hidden ? branchClass(box) : `h ${branchClass(box) ?? ""}`.trim(),
      fill: box.hidden ? color(box) : theme.background,
      stroke: color(box),
      "stroke-width": 1.5,
    }),
    count: () => ({
      class: "r",
      fill: theme.background,
      "font-family": FONT_FAMILY,
      "font-size": 11,
      "font-weight": 700,
      "text-anchor": "middle",
    }),
    task: () => ({ class: "l", fill: "none", stroke: theme.muted, "stroke-width": 1.5 }),
    picture: ({ data }) => ({ href: data }),
    linksWithin,
  };
}

function fileRun({ marks }: Run, { node, level }: MapBox, theme: MapTheme): Attributes {
  const { fontSize, bold } = labelStyle(node.payload.tag);
  const attributes: Attributes = {};
  // On the root's dark pill no other colour would be read.
  const look = (name: string, fill: string): Attributes => (level === 1 ? {} : { class: name, fill });
  // As in pages, code is neither bold nor slanted.
  const shown = isCode(marks) ? marks.filter((mark) => mark !== "strong" && mark !== "em") : marks;
  for (const mark of shown) {
    if (mark === "strong") attributes["font-weight"] = 700;
    else if (mark === "em") attributes["font-style"] = "italic";
    else if (mark === "del") attributes["text-decoration"] = "line-through";
    else if (mark === "a") Object.assign(attributes, look("a", theme.link), { "text-decoration": "underline" });
    else if (mark === "code" || mark === "kbd") {
      Object.assign(attributes, look("c", theme.code), {
        "font-family": MONO_FAMILY,
        "font-size": fontSize * EM.code,
        "font-weight": bold ? 400 : undefined,
      });
    } else if (mark === "sub" || mark === "sup") {
      attributes["font-size"] = round(fontSize * EM.script);
    } else if (mark === "mark") Object.assign(attributes, look("c", theme.code));
  }
  return attributes;
}

/**
 * The style sheet a file carries for programs that know dark mode; attributes rule everywhere else.
 * LibreOffice takes no notice of `@media` and obeys what stands in it, so that its pages would have
 * pale words on a light ground: it knows names after a dot alone, and is told of none.
 */
export function darkStyle(dark: MapTheme): string {
  const rule = (element: string, name: string, look: string) => `${element}[class~=${name}]{${look}}`;
  const branches = dark.branches.flatMap((color, index) => [
    ...["path", "circle", "rect"].map((element) => rule(element, `b${index}`, `stroke:${color}`)),
    rule("rect", `b${index}`, `fill:${color}`),
  ]);
  const { background, text, muted, link, code } = dark;
  const fills = { bg: background, t: text, r: background, m: muted, a: link, c: code, h: background };
  const rules = Object.entries(fills).map(([name, fill]) => rule("", name, `fill:${fill}`));
  return `@media (prefers-color-scheme:dark){${[...rules, rule("", "l", `stroke:${muted}`), ...branches].join("")}}`;
}
