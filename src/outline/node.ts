/** What a node of the outline stands for in the page. */
export interface NodePayload {
  /** Anchor of the node's element in the page, unique within the note. */
  id: string;
  /** Name of that element: `h2`, `li`, `tr`, `td`, `pre`, `img` ... */
  tag: string;
  /** 1: drawn folded at first; 2: folded with everything below it (markmap's `foldAll`). */
  fold?: 0 | 1 | 2;
  /** Where the node leads when it is not its own anchor. */
  href?: string;
  /** Address of a map file whose nodes belong below this one and are loaded when it is opened. */
  source?: string;
  /** How many nodes that file holds below its root. */
  more?: number;
  /** Ids of nodes elsewhere in the map that this one refers to. */
  links?: string[];
  /** Number the item carries in an ordered list. */
  index?: number;
  /** How the list writes that number, where not in digits: "b", "IV". */
  marker?: string;
  /** State of a task list item. */
  checked?: boolean;
  /** Set where the node stands in a passage that says what held then, or holds now. */
  era?: "then" | "now";
  /** Address, width and height in CSS pixels of a picture node; of a small one its bytes as a data address. */
  image?: { src: string; width?: number; height?: number; data?: string };
  /** Offsets into the node's text where a new line of its label begins; set by measuring. */
  breaks?: number[];
  /** Which of the map's branch colours the node has; the root has none. Set by measuring. */
  branch?: number;
  /** Width and height of the label in pixels at scale 1; set by measuring. */
  size?: [width: number, height: number];
}

/** A node of a note's outline. Structurally markmap's `IPureNode`, so any markmap tool can draw it. */
export interface OutlineNode {
  /** The label as inline HTML: text, `strong`, `em`, `code`, `a`, `del`, `ins`, `kbd`, `sub`, `sup`, `mark`. */
  content: string;
  children: OutlineNode[];
  payload: NodePayload;
}
