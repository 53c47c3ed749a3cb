import { textOf } from "../../outline/walk.ts";
import { focusBranch } from "./branch-focus.ts";
import { loadStyle } from "../load.ts";
import { isSeen } from "../reading/sections.ts";
import { focusMap } from "./list-view.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { sectionText } from "./section-text.ts";

/** Made here and not in the page, where it would be waited for and do nothing. */
const PANEL = `
  <aside class="map-panel" aria-label="Chosen node" tabindex="-1" hidden>
    <header>
      <p data-panel="title"></p>
      <button type="button" class="icon-button" data-panel="close" aria-label="Close" title="Close (Esc)">×</button>
    </header>
    <div data-panel="text" class="prose"></div>
    <div class="map-panel-actions">
      <a class="button" data-panel="open" href="#">Read</a>
      <button type="button" class="button" data-panel="focus">This branch alone</button>
      <button type="button" class="button" data-panel="copy" aria-label="Copy link">Copy link</button>
      <output class="visually-hidden" data-panel="said"></output>
    </div>
  </aside>`;

/** Shows, below the map, the text of the node the reader is at where it does not stand beside, and what can be done with it. */
export function connectNodePanel(view: MapView, host: HTMLElement, signal: AbortSignal): void {
  // A file that stands alone has no page to take a text from.
  if (!host.dataset.src) return;
  host.insertAdjacentHTML("beforeend", PANEL);
  const panel = host.querySelector(".map-panel") as HTMLElement;
  const part: FindPart = (name) => panel.querySelector(`[data-panel="${name}"]`);
  let shown: MapNode | undefined;
  const offerBranch = () => part("focus")?.toggleAttribute("hidden", !shown?.children.length || shown === view.root);

  // Beside the text, which shows the place itself, the map keeps its room.
  const isBeside = ({ payload }: MapNode) => host.dataset.page === "" && isSeen(document.getElementById(payload.id));

  const show = async (node: MapNode) => {
    // What was said of another is not to stand below this one's title while its own is on its way.
    if (node !== shown) {
      part("text")?.replaceChildren();
      panel.scrollTop = 0;
    }
    shown = node;
    panel.hidden = false;
    const title = part("title");
    if (title) title.textContent = textOf(node.content);
    const address = view.settings.linkTo(node) ?? "";
    part("open")?.setAttribute("href", address);
    offerBranch();
    const text = panel.toggleAttribute("data-beside", isBeside(node))
      ? []
      : await readText(host, address).catch(explain);
    if (shown === node) part("text")?.replaceChildren(...text);
  };
  const close = () => {
    panel.hidden = true;
    focusMap(view);
  };

  view.element.addEventListener("map:select", ({ detail }) => {
    if (panel.hidden || detail !== shown) void show(detail);
  });
  // The text may have come to stand beside it, or have gone.
  const showAgain = () => {
    if (!panel.hidden && shown && isBeside(shown) !== panel.hasAttribute("data-beside")) void show(shown);
  };
  document.addEventListener("change", showAgain, { signal });
  document.addEventListener("fullscreenchange", showAgain, { signal });
  view.element.addEventListener("map:branch", offerBranch);
  // What it says and does is of the node that the map marks, also where the reader went there otherwise.
  view.element.addEventListener("map:current", ({ detail }) => {
    if (!panel.hidden && detail !== shown) void show(detail);
  });
  part("close")?.addEventListener("click", close);
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  connectActions(view, part, () => shown);
}

/** Finds a part of the panel by its name. */
type FindPart = (name: string) => HTMLElement | null;

/** Lets the buttons of the panel do something with the node that it shows. */
function connectActions(view: MapView, part: FindPart, getShown: () => MapNode | undefined): void {
  part("open")?.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
    // The text lies beneath.
    const isHere = !ctrlKey && !metaKey && !shiftKey;
    if (isHere && document.fullscreenElement) void document.exitFullscreen();
  });
  part("focus")?.addEventListener("click", async () => {
    const node = getShown();
    if (!node) return;
    await focusBranch(view, node);
    // The button that was pressed is hidden by now.
    focusMap(view);
  });
  part("copy")?.addEventListener("click", async ({ currentTarget }) => {
    const node = getShown();
    if (!node) return;
    const address = new URL(view.settings.linkTo(node) ?? "", location.href);
    address.search = "";
    await copy(address.href, currentTarget as HTMLElement, part("said") as HTMLOutputElement);
  });
}

/** The text of a place, for which pages that show no text themselves load its looks. */
async function readText({ dataset }: HTMLElement, address: string): Promise<Node[]> {
  const [text] = await Promise.all([
    sectionText(new URL(address, location.href)),
    dataset.proseStyle && loadStyle(dataset.proseStyle),
  ]);
  return text;
}

function explain(error: Error): string[] {
  return [`The text could not be loaded (${error.message}).`];
}

let timer = 0;

/** Puts an address on the clipboard and says so, on the button and aloud; where that is forbidden, shows it for copying. */
async function copy(text: string, button: HTMLElement, said: HTMLOutputElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    prompt("Copy this address:", text);
    return;
  }
  button.textContent = "Copied";
  said.value = "Copied";
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    button.textContent = button.ariaLabel;
    said.value = "";
  }, 2000);
}
