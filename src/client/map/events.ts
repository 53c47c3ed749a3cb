import type { MapBox } from "../../mindmap/layout.ts";
import type { MapNode } from "./map-node.ts";
import type { MapView } from "./map-view.ts";

/** What `map:find` tells: a query whose hits may stand in what the map has not loaded yet. */
export interface FindBelow {
  query: string;
  view: MapView;
  /** Loads what belongs below a node; nothing is drawn yet. */
  load(node: MapNode): Promise<void>;
  /** Says a sentence over the map. */
  say(sentence: string): void;
  /** Makes the map look again when this is done. */
  waitFor(wait: Promise<void>): void;
}

/** What a map tells of itself, by the names of its events. All of them bubble, so that pages can listen, too. */
interface MapEvents {
  /** It is laid out anew. */
  "map:render": undefined;
  /** What its window shows was drawn. */
  "map:draw": undefined;
  /** One of its nodes was drawn anew. */
  "map:node": { box: MapBox; element: SVGElement };
  /** It moved in its window, or its scale changed. */
  "map:zoom": undefined;
  /** It stands at the place that an address names. */
  "map:placed": undefined;
  /** A branch is shown alone, or the whole map again; a step in the history is entered for it unless there is one already. */
  "map:branch": { isEntered: boolean };
  /** The reader is at a node, which has the keyboard. */
  "map:current": MapNode;
  /** The reader chose a node, to read it or to do something with it. */
  "map:select": MapNode;
  /** Another section is being read; the map may have to stand still all the same. */
  "map:reading": { keepsStill: boolean };
  "map:find": FindBelow;
}

type CustomEvents<Details> = { [Name in keyof Details]: CustomEvent<Details[Name]> };

declare global {
  interface GlobalEventHandlersEventMap extends CustomEvents<MapEvents> {
    /** Site search tells what was sought, so that the map shows the same places as the text. */
    "note:find": CustomEvent<{ query: string }>;
  }
}

/** Tells what listens at an element of the map, or above it, of an event. */
export function emit<Name extends keyof MapEvents>(
  element: Element,
  name: Name,
  ...[detail]: MapEvents[Name] extends undefined ? [] : [detail: MapEvents[Name]]
): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}
