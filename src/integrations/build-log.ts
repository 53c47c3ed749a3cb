import { stripVTControlCharacters } from "node:util";
import createNodeLog from "astro/logger/node";

type Log = ReturnType<typeof createNodeLog>;
type Event = Parameters<Log["write"]>[0];

/** Seconds between two lines that say how far a build is. */
const PAUSE = 5;

/**
 * Astro's log without a line for each page, of which a build renders several at a time, so that their lines
 * run into each other; a long build says now and then how far it is.
 * @param config as `astro/logger/node` takes it
 * @param now the time in milliseconds
 */
export default function createBuildLog(config?: Parameters<typeof createNodeLog>[0], now = () => Date.now()): Log {
  const log = createNodeLog(config);
  let written = 0;
  let told = Number.POSITIVE_INFINITY;
  return {
    ...log,
    write(event) {
      if (isStart(event)) {
        told = Math.min(told, now());
        return;
      }
      if (!isEnd(event)) {
        log.write(event);
        return;
      }
      written += 1;
      if (now() - told < PAUSE * 1000) return;
      told = now();
      log.write({ label: "build", level: "info", message: `${written} pages and files written`, newLine: true });
    },
  };
}

/** Whether a page's line begins: its path, before it is rendered. */
function isStart({ label, message }: Event): boolean {
  return label === null && /^ *├─ /.test(stripVTControlCharacters(message));
}

/** Whether a page's line ends: how long it took, or that it was taken from the build before. What is unusual is kept. */
function isEnd({ label, message }: Event): boolean {
  return label === "SKIP_FORMAT" && /^ *\((?:\+[^)]*|cached|restored)\) *$/.test(stripVTControlCharacters(message));
}
