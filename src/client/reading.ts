/** What tells that somebody is there. */
const SIGNS = ["pointermove", "touchstart", "keydown", "scroll", "click"] as const;

/** What was done before there is what it asks for: a tap is a sign before it is a click. */
const early: Event[] = [];

/** Loads what helps to read, at the reader's first sign and not before. */
function wake(event: Event & Partial<PointerEvent>) {
  // A finger's first tap on a term explains it as later ones do, once there is what does.
  if (event.pointerType === "touch" && (event.target as Element).closest(".term")) event.preventDefault();
  if (early.push(event) === 1) void load();
}

async function load() {
  try {
    const start = await import("./reading/start.ts");
    await start.startReading(early);
    for (const sign of SIGNS) removeEventListener(sign, wake);
  } catch (error) {
    console.error(error);
    // The next sign tries again; links are followed from now on.
    early.length = 0;
    removeEventListener("click", wake);
    const button = document.querySelector<HTMLElement>("[data-reading-settings]");
    if (!button) return;
    button.ariaLabel = button.textContent = "Aa: reload page";
    // Firefox does not ask a second time for a module that did not come.
    button.onclick = () => location.reload();
  }
}

for (const sign of SIGNS) addEventListener(sign, wake, { passive: sign !== "click" });
