import readingCss from "../../styles/reading.css?url";
import "../copy-code.ts";
import { loadStyle } from "../load-style.ts";
import { connectContents } from "./contents.ts";
import { connectDivider } from "./divider.ts";
import { connectFigures } from "./figures.ts";
import { connectPermalinks } from "./permalinks.ts";
import { connectPlace } from "./place.ts";
import { connectPrefetch } from "./prefetch.ts";
import { connectPreviews } from "./previews.ts";
import { connectSettings } from "./settings.ts";
import { connectSidenotes } from "./sidenotes.ts";
import { connectTables } from "./tables.ts";
import { connectViewKeys, pressViewKey } from "./view-keys.ts";

/**
 * Makes a note's page help its reader: contents, tables, code, divider, previews, figures, settings, keys and place.
 * @param sign what told that there is a reader: a key or a click that came too early is made up for
 */
export async function startReading(sign: Event): Promise<void> {
  connectViewKeys();
  if (sign instanceof KeyboardEvent) pressViewKey(sign);
  await loadStyle(readingCss);
  connectContents();
  connectDivider();
  connectFigures();
  connectSettings();
  connectSidenotes();
  connectTables();
  connectPreviews();
  connectPrefetch();
  connectPermalinks();
  connectPlace();
  if (sign.type === "click" && sign.target instanceof Element) {
    sign.target.closest<HTMLElement>("[data-reading-settings]")?.click();
  }
}
