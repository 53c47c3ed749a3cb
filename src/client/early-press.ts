/**
 * Keeps a press on a label of a map's own page before there is a map, and gives it to the map then: the link
 * of the picture would leave the page, where later presses tell of the node.
 */
const host = document.querySelector<HTMLElement>("note-map");
const state = () => host?.dataset.state;

const observer = new MutationObserver(() => {
  const address = host?.dataset.pressed;
  if (address === undefined || state() === "loading") return;
  // Without a map, a label leads to the text after all.
  if (state() !== "ready") return location.assign(address);
  observer.disconnect();
  // It is not followed after all.
  delete host?.dataset.followed;
  const label = [...(host?.querySelectorAll(".map a") ?? [])].find((link) => link.getAttribute("href") === address);
  label?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
});
if (host) observer.observe(host, { attributeFilter: ["data-state"] });

host?.addEventListener(
  "click",
  (event) => {
    const link = (event.target as Element).closest<SVGAElement>(".map a");
    // Keys press without a place, and what they press is the link.
    const isOwn = !event.detail || event.ctrlKey || event.metaKey || event.shiftKey;
    if (state() === "ready" || !link || isOwn) return;
    event.preventDefault();
    if (host) host.dataset.pressed = link.href.baseVal;
  },
  { capture: true },
);

// A module, whose names are its own.
export {};
