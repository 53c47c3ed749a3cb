/** What tells that somebody is there. */
const SIGNS = ["pointermove", "touchstart", "keydown", "scroll", "click"] as const;

/** Loads what helps to read, at the reader's first sign and not before. */
function wake({ type, target }: Event) {
  for (const sign of SIGNS) removeEventListener(sign, wake);
  void import("./reading/start.ts").then(async ({ startReading }) => {
    await startReading();
    // The click that came too early is made up for.
    if (type === "click" && target instanceof Element) {
      target.closest<HTMLElement>("[data-reading-settings]")?.click();
    }
  });
}

for (const sign of SIGNS) addEventListener(sign, wake, { passive: true });
