import { textOf } from "../../outline/walk.ts";
import { focusBranch } from "./branch-focus.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { sectionText } from "./section-text.ts";

/** Shows, below the map, the text of the node the reader is at where it does not stand beside, and what can be done with it. */
export function connectNodePanel(view: MapView, host: HTMLElement): void {
  const panel = host.querySelector<HTMLElement>(".map-panel");
  if (!panel) return;
  const part = <T extends HTMLElement>(name: string) => panel.querySelector<T>(`[data-panel="${name}"]`);
  let shown: MapNode | undefined;

  const show = async (node: MapNode) => {
    shown = node;
    panel.hidden = false;
    const title = part("title");
    if (title) title.textContent = textOf(node.content);
    part<HTMLAnchorElement>("open")?.setAttribute("href", view.settings.linkTo(node));
    part("focus")?.toggleAttribute("hidden", !node.children.length || node === view.root);
    // Beside the text, which shows the place itself, the map keeps its room.
    const isBeside = host.dataset.page === "" && document.getElementById(node.payload.id)?.checkVisibility();
    const text = isBeside ? [] : await sectionText(node.payload.id, host.dataset.page ?? "");
    if (shown === node) part("text")?.replaceChildren(...text);
  };

  view.element.addEventListener("map:select", (event) => void show((event as CustomEvent<MapNode>).detail));
  part("close")?.addEventListener("click", () => {
    panel.hidden = true;
    view.element.focus({ preventScroll: true });
  });
  part("focus")?.addEventListener("click", () => shown && focusBranch(view, shown));
  part("copy")?.addEventListener("click", async ({ currentTarget }) => {
    if (!shown) return;
    const address = new URL(view.settings.linkTo(shown), location.href);
    address.search = "";
    await copy(address.href, currentTarget as HTMLElement);
  });
}

/** Puts an address on the clipboard and says so on the button; where that is forbidden, shows it for copying. */
export async function copy(text: string, button: HTMLElement): Promise<void> {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    prompt("Copy this address:", text);
  }
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}
