/** What tells that somebody is there. */
const SIGNS = ["pointermove", "touchstart", "keydown", "scroll", "click"] as const;

/** Loads what helps to read, at the reader's first sign and not before. */
function wake(event: Event) {
  for (const sign of SIGNS) removeEventListener(sign, wake);
  void import("./reading/start.ts").then(({ startReading }) => startReading(event));
}

for (const sign of SIGNS) addEventListener(sign, wake, { passive: true });
