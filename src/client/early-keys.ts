import { hasPlainKeys } from "./reading/keep.ts";

/**
 * Keeps the keys that are pressed on a map's own page before there is a map, and gives them to it then.
 * Those that a map takes never come as far as the window.
 */
const early: KeyboardEvent[] = [];
const keep = (event: KeyboardEvent) => void early.push(event);
addEventListener("keydown", keep);

/** Whether a key was meant for the map: not typed into a field, not done already by another part of the page. */
function isForMap({ target, key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  const isOther = key === "Tab" || ctrlKey || metaKey || altKey || (key.length === 1 && !hasPlainKeys());
  return target === document.body && !isOther && !defaultPrevented;
}

const host = document.querySelector<HTMLElement>("note-map");
const observer = new MutationObserver(() => {
  if (host?.dataset.state !== "ready") return;
  observer.disconnect();
  removeEventListener("keydown", keep);
  const map = host.querySelector<SVGElement>("svg.map");
  for (const event of early.filter(isForMap)) {
    map?.focus({ preventScroll: true });
    map?.dispatchEvent(new KeyboardEvent(event.type, event));
  }
});
if (host) observer.observe(host, { attributeFilter: ["data-state"] });
