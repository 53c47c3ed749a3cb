/** Colours of a map, as CSS colours that every SVG program reads. */
export interface MapTheme {
  background: string;
  text: string;
  /** What stands back: words of what held then, the boxes of tasks. */
  muted: string;
  link: string;
  code: string;
  /** Strokes of the branches, used in turn. Each has 3:1 or more against the background. */
  branches: readonly string[];
}

/** The two designs of a map; the page's style sheet carries the same values. */
export const THEMES: Record<"light" | "dark", MapTheme> = {
  light: {
    background: "#fbfaf6",
    text: "#1b2420",
    muted: "#46514b",
    link: "#0b5d66",
    code: "#7a2e12",
    branches: ["#0f766e", "#4f46c5", "#b45309", "#be185d", "#4d7c0f", "#0369a1", "#86198f", "#c2410c"],
  },
  dark: {
    background: "#121816",
    text: "#e9eeea",
    muted: "#a9b5ae",
    link: "#7fd6de",
    code: "#f2b48f",
    branches: ["#4fd1c0", "#a5b4fc", "#fbbf24", "#f9a8d4", "#a3d94a", "#7dd3fc", "#e39bf0", "#fdba74"],
  },
};

/** How the label of a node is set: size in pixels at scale 1, and whether its base weight is bold. */
export interface LabelStyle {
  fontSize: number;
  bold: boolean;
}

/** Labels are set by what they stand for, so a branch keeps its letters when it is shown alone. */
export function labelStyle(tag: string): LabelStyle {
  if (tag === "h1") return { fontSize: 20, bold: true };
  if (tag === "h2") return { fontSize: 16, bold: true };
  return { fontSize: 14, bold: false };
}

/** Widest the root's label gets, in pixels: it stands before all others, so its width is taken from theirs. */
export const ROOT_WIDTH = 168;

/**
 * The families a label is set in; the first is the one the pages ship. Those that stand in for it make labels by a
 * fiftieth wider; DejaVu Sans, which many systems take for any sans-serif, by a seventh.
 */
export const FONT_FAMILY =
  "'Atkinson Hyperlegible Next', Arial, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif";
/** The families that code is set in, all of the reader's system: no page ships one. */
export const MONO_FAMILY = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";

/** Sizes in em of the label's own letters. */
export const EM = {
  /** Distance of two lines, and of the first baseline from the label's top: the font's own. */
  line: 1.3,
  ascent: 0.984,
  code: 0.9,
  script: 0.72,
  raised: 0.35,
  lowered: 0.15,
} as const;

/** A map's look as markmap users know it: pixels at scale 1. */
export interface MapOptions {
  /** Colours of the branches, in turn; left out: those of the theme. */
  color?: readonly string[] | undefined;
  /** Below this level a node keeps its ancestor's colour; 0: never. */
  colorFreezeLevel: number;
  /** Levels open at first; -1: all. Left out: as many as stay readable. */
  initialExpandLevel?: number | undefined;
  /** Widest a label gets before it wraps; 0: no limit. */
  maxWidth: number;
  /** Least height of a label. */
  nodeMinHeight: number;
  /** Room at both sides of a label. */
  paddingX: number;
  /** Room between a label and those it branches into. */
  spacingHorizontal: number;
  /** Room between labels one below the other. */
  spacingVertical: number;
  /** Width of a branch's line at the root, how much is added, and by what it shrinks per level. */
  lineWidth: readonly [base: number, delta: number, shrink: number];
  /** How long folding and zooming take, in milliseconds. Left out, like the next two: as the view has it. */
  duration?: number | undefined;
  /** How much of the window a fitted map fills, up to 1. */
  fitRatio?: number | undefined;
  /** Largest zoom that fitting chooses. */
  maxInitialScale?: number | undefined;
}

/** What holds where an author says nothing. */
export const DEFAULT_OPTIONS: MapOptions = {
  colorFreezeLevel: 2,
  maxWidth: 240,
  nodeMinHeight: 18,
  paddingX: 6,
  spacingHorizontal: 44,
  spacingVertical: 6,
  lineWidth: [1, 2, 2],
};
