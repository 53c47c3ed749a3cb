/** What tells that somebody is there. */
const SIGNS = ["pointermove", "touchstart", "keydown", "scroll", "click"] as const;

/** Loads what helps to read, at the reader's first sign and not before. */
async function wake(event: Event) {
  for (const sign of SIGNS) removeEventListener(sign, wake);
  const early = [event];
  // A tap or a key is a sign before it is a click, which comes while all this is loaded.
  const keep = (click: Event) => void early.push(click);
  addEventListener("click", keep);
  const { startReading } = await import("./reading/start.ts");
  await startReading(early);
  removeEventListener("click", keep);
}

for (const sign of SIGNS) addEventListener(sign, wake, { passive: true });
