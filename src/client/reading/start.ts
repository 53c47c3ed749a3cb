import readingCss from "../../styles/reading.css?url";
import { connectCode } from "../copy-code.ts";
import { loadStyle } from "../load.ts";
import { connectContents } from "./contents.ts";
import { connectDivider } from "./divider.ts";
import { connectDrawer } from "./drawer.ts";
import { connectFigures } from "./figures.ts";
import { connectLine } from "./line.ts";
import { connectPermalinks } from "./permalinks.ts";
import { connectPlace } from "./place.ts";
import { connectPrefetch } from "./prefetch.ts";
import { connectPreviews } from "./previews.ts";
import { connectSettings } from "./settings.ts";
import { connectSidenotes } from "./sidenotes.ts";
import { connectTables } from "./tables.ts";
import { connectViewKeys, pressViewKey } from "./view-keys.ts";

/** Keys work as soon as they are connected, even if what follows fails and is tried again. */
let hasKeys = false;

/**
 * Makes a note's page help its reader: contents, tables, code, divider, previews, figures, settings, keys and place.
 * @param early what told that there is a reader, and each click and key since, also while this goes on: the
 *   keys of the view, the press on the settings' button and the tap on a term are made up for
 */
export async function startReading(early: readonly Event[]): Promise<void> {
  if (!hasKeys) {
    connectViewKeys();
    for (const event of early) if (event instanceof KeyboardEvent) pressViewKey(event);
    hasKeys = true;
  }
  await loadStyle(readingCss);
  connectCode();
  connectContents();
  connectDivider();
  connectDrawer();
  connectFigures();
  connectLine();
  connectSettings();
  connectSidenotes();
  connectTables();
  connectPreviews(early);
  connectPrefetch();
  connectPermalinks();
  connectPlace();
  // Pressed again and again because nothing happened, it still was to open once.
  early.map(pressedSettings).find(Boolean)?.click();
}

function pressedSettings({ type, target }: Event): HTMLElement | null {
  return type === "click" && target instanceof Element ? target.closest<HTMLElement>("[data-reading-settings]") : null;
}
