/** A button of the bar above an interactive map. */
export interface MapButton {
  /** What it does, as `data-map` says it to the script of the map. */
  name: string;
  /** Its icon in pages. */
  icon: string;
  /** What stands for the icon in a file that stands alone. */
  sign: string;
  label: string;
  /** What is shown beside it: shorter, and with its key. */
  hint: string;
}

/** The buttons of the bar, in their order. */
export const MAP_BUTTONS = [
  { name: "layout", icon: "sides", sign: "⇄", label: "Branches on both sides", hint: "Both sides" },
  { name: "list", icon: "text", sign: "≡", label: "Show as a nested list", hint: "Nested list (l)" },
  { name: "fit", icon: "fit", sign: "⤢", label: "Fit the map", hint: "Fit (0)" },
  { name: "zoom-out", icon: "minus", sign: "−", label: "Zoom out", hint: "Zoom out (-)" },
  { name: "zoom-in", icon: "plus", sign: "+", label: "Zoom in", hint: "Zoom in (+)" },
  { name: "full", icon: "full", sign: "Full", label: "Full screen", hint: "Full screen (f)" },
  { name: "keys", icon: "keys", sign: "?", label: "Keys of the map", hint: "Keys (?)" },
] as const satisfies readonly MapButton[];
