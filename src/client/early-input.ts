/**
 * Keeps what is done on a map's own page before there is a map, and gives it to the map then: keys, of which
 * those that a map takes never come as far as the window, and a press on a label, which would leave the page.
 */
const keys: KeyboardEvent[] = [];
const keepKey = (event: KeyboardEvent) => void keys.push(event);
addEventListener("keydown", keepKey);

/** The link of the picture that was pressed last. */
let pressed: SVGAElement | undefined;

const host = document.querySelector<HTMLElement>("note-map");
const observer = new MutationObserver(() => {
  const { state } = host?.dataset ?? {};
  if (state === "ready") giveToMap();
  // Without a map, a label leads to the text after all.
  else if (!state && pressed) location.assign(pressed.href.baseVal);
});
if (host) observer.observe(host, { attributeFilter: ["data-state"] });

host?.addEventListener(
  "click",
  (event) => {
    const link = (event.target as Element).closest<SVGAElement>(".map a");
    // Keys press without a place, and what they press is the link.
    if (host.dataset.state === "ready" || !link || !event.detail || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    pressed = link;
  },
  { capture: true },
);

function giveToMap() {
  observer.disconnect();
  removeEventListener("keydown", keepKey);
  const map = host?.querySelector<SVGElement>("svg.map");
  for (const event of keys.filter(isForMap)) {
    map?.focus({ preventScroll: true });
    map?.dispatchEvent(new KeyboardEvent(event.type, event));
  }
  const address = pressed?.getAttribute("href");
  const label = [...(map?.querySelectorAll("a") ?? [])].find((link) => link.getAttribute("href") === address);
  label?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
}

/** Whether a key was meant for the map: not typed into a field, not done already by another part of the page. */
function isForMap({ target, key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  return target === document.body && key !== "Tab" && !ctrlKey && !metaKey && !altKey && !defaultPrevented;
}

// A module, whose names are its own.
export {};
