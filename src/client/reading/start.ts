import readingCss from "../../styles/reading.css?url";
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

/** Makes a note's page help its reader: contents, divider, previews, figures, settings and place. */
export async function startReading(): Promise<void> {
  await loadStyle(readingCss);
  connectContents();
  connectDivider();
  connectFigures();
  connectSettings();
  connectSidenotes();
  connectPreviews();
  connectPrefetch();
  connectPermalinks();
  connectPlace();
}
