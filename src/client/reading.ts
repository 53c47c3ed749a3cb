/** What tells that somebody is there. */
const SIGNS = ["pointermove", "touchstart", "keydown", "scroll", "click"] as const;

/** Loads what helps to read, at the reader's first sign and not before. */
async function wake(event: Event) {
  for (const sign of SIGNS) removeEventListener(sign, wake);
  const early = [event];
  // A tap is a sign before it is a click, and a page that scrolls to its place one before any key.
  const keep = (next: Event) => void early.push(next);
  for (const type of ["click", "keydown"]) addEventListener(type, keep);
  const { startReading } = await import("./reading/start.ts");
  await startReading(early);
  for (const type of ["click", "keydown"]) removeEventListener(type, keep);
}

for (const sign of SIGNS) addEventListener(sign, wake, { passive: true });
