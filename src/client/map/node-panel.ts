import { hasBelow } from "../../mindmap/layout.ts";
import { textOf } from "../../outline/walk.ts";
import { focusBranch } from "./branch-focus.ts";
import { loadStyle } from "../load.ts";
import { isSeen } from "../reading/sections.ts";
import { focusMap, returnToMap } from "./list-view.ts";
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
  const panel = new NodePanel(view, host, host.querySelector(".map-panel") as HTMLElement);

  view.element.addEventListener("map:select", ({ detail }) => {
    if (!panel.isOpen || detail !== panel.shown) void panel.show(detail);
  });
  const showAgain = () => panel.showAgain();
  document.addEventListener("change", showAgain, { signal });
  document.addEventListener("fullscreenchange", showAgain, { signal });
  view.element.addEventListener("map:branch", () => panel.offerBranch());
  // What it says and does is of the node that the map marks, also where the reader went there otherwise.
  view.element.addEventListener("map:current", ({ detail }) => {
    if (panel.isOpen && detail !== panel.shown) void panel.show(detail);
  });
  connectClosing(panel);
  connectActions(view, panel);
}

/** The panel, and the node that it shows. */
class NodePanel {
  shown: MapNode | undefined;

  constructor(
    private readonly view: MapView,
    private readonly host: HTMLElement,
    readonly element: HTMLElement,
  ) {}

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  part(name: string): HTMLElement | null {
    return this.element.querySelector(`[data-panel="${name}"]`);
  }

  async show(node: MapNode): Promise<void> {
    // What was said of another is not to stand below this one's title while its own is on its way.
    if (node !== this.shown) {
      this.part("text")?.replaceChildren();
      this.element.scrollTop = 0;
    }
    this.shown = node;
    this.element.hidden = false;
    const title = this.part("title");
    if (title) title.textContent = textOf(node.content);
    const address = this.view.settings.linkTo(node) ?? "";
    this.part("open")?.setAttribute("href", address);
    this.offerBranch();
    this.bringIntoSight();
    const text = this.element.toggleAttribute("data-beside", this.isBeside(node))
      ? []
      : await readText(this.host, address).catch(explain);
    if (this.shown !== node) return;
    this.part("text")?.replaceChildren(...text);
    this.bringIntoSight();
  }

  /** In a low window a map's own page is higher than that. */
  private bringIntoSight(): void {
    if (this.host.dataset.embedded === undefined) this.element.scrollIntoView({ block: "nearest" });
  }

  /** The text may have come to stand beside it, or have gone. */
  showAgain(): void {
    const { isOpen, shown } = this;
    if (isOpen && shown && this.isBeside(shown) !== this.element.hasAttribute("data-beside")) void this.show(shown);
  }

  offerBranch(): void {
    this.part("focus")?.toggleAttribute(
      "hidden",
      !this.shown || !hasBelow(this.shown) || this.shown === this.view.root,
    );
  }

  close(): void {
    this.element.hidden = true;
    focusMap(this.view);
  }

  /** Whether the text, which shows the place itself, is in sight: then the map keeps its room. */
  private isBeside({ payload }: MapNode): boolean {
    return this.host.dataset.page === "" && isSeen(document.getElementById(payload.id));
  }
}

function connectClosing(panel: NodePanel): void {
  panel.part("close")?.addEventListener("click", () => panel.close());
  panel.element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    panel.close();
  });
}

/** Lets the buttons of the panel do something with the node that it shows. */
function connectActions(view: MapView, panel: NodePanel): void {
  panel.part("open")?.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
    // The text lies beneath.
    const isHere = !ctrlKey && !metaKey && !shiftKey;
    if (isHere && document.fullscreenElement) void document.exitFullscreen();
  });
  panel.part("focus")?.addEventListener("click", async () => {
    const node = panel.shown;
    if (!node) return;
    await focusBranch(view, node);
    // The button that was pressed is hidden by now.
    returnToMap(view, panel.element);
  });
  panel.part("copy")?.addEventListener("click", async ({ currentTarget }) => {
    const node = panel.shown;
    if (!node) return;
    const address = new URL(view.settings.linkTo(node) ?? "", location.href);
    address.search = "";
    await copy(address.href, currentTarget as HTMLElement, panel.part("said") as HTMLOutputElement);
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
