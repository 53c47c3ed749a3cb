import { type ZoomTransform, zoomTransform } from "d3";
import { absoluteUrl } from "../../exports/format.ts";
import type { MapFile } from "../../exports/json.ts";
import { loadFile, loadStyle } from "../load.ts";
import { connectAddress } from "./address.ts";
import { connectBranchPath } from "./branch-focus.ts";
import { connectBranchZoom } from "./branch-zoom.ts";
import { centeredAt } from "./center.ts";
import { connectControls } from "./controls.ts";
import { connectCrossLinks } from "./cross-links.ts";
import { connectFind } from "./find-field.ts";
import { connectFolding } from "./folding.ts";
import { connectKeys } from "./keys.ts";
import { connectLayout, givenLayout, recallLayout } from "./layout-choice.ts";
import { connectList } from "./list-view.ts";
import { MapView } from "./map-view.ts";
import { connectNodePanel } from "./node-panel.ts";
import { connectPage } from "./page.ts";
import { connectPrint } from "./print.ts";
import { connectResize } from "./resize.ts";
import { connectMessages } from "./say.ts";
import { connectTree } from "./tree.ts";
import { scaleToEdges } from "./viewport.ts";
import { connectWheel } from "./wheel.ts";

/** An interactive map and what it was made from. */
export interface StartedMap {
  view: MapView;
  file: MapFile;
}

/**
 * Replaces the static picture in `host` by the interactive map, in the same place and size.
 * @param early what the reader does to picture and bar until then
 */
export async function startMap(
  host: HTMLElement,
  signal: AbortSignal,
  early: readonly Event[] = [],
): Promise<StartedMap> {
  const [file] = await Promise.all([readFile(host), host.dataset.style && loadStyle(host.dataset.style)]);
  const pictures = [...host.querySelectorAll<SVGSVGElement>("svg.map")];
  // The one that suits the window by now; none has a width while the map is out of sight.
  const svg = pictures.find(({ clientWidth }) => clientWidth > 0) ?? pictures[0];
  if (!svg) throw new Error("the page holds no map");
  if (svg.dataset.layout) host.dataset.givenLayout = svg.dataset.layout;
  const { view, start } = replacePicture(svg, file, host);
  for (const other of pictures) if (other !== svg) other.remove();
  // First of all: the map may come into sight while it is still being made.
  connectResize(view, signal);
  connectMessages(host);
  connectTree(view, file.title);
  connectFolding(view);
  connectBranchZoom(view);
  connectKeys(view, host, signal);
  connectWheel(view, host);
  connectBranchPath(view, host);
  connectNodePanel(view, host, signal);
  await view.show(file.root);
  // Laid out otherwise than the picture was, it would stand half out of sight.
  if (view.settings.layoutName !== givenLayout(host, file.layout)) await view.atOnce(() => view.fit());
  connectCrossLinks(view);
  const isPlaced = await connectAddress(view, host, file.layout, signal);
  // What the reader did to the bar too early is done as soon as the bar is connected, or right after. So
  // this comes late and in one go: nothing is done twice, and the folds the author set are known by now.
  connectControls(view, host, signal);
  connectLayout(view, host, file.layout);
  connectList(view, host);
  connectFind(view, host, signal);
  connectPage(view, host, isPlaced, signal);
  connectPrint(view, signal);
  pressAgain(view, early, start);
  signal.addEventListener("abort", () => view.destroy());
  return { view, file };
}

/**
 * Puts a map that is still empty where its static picture stood.
 * @returns the view, and how the picture stood
 */
function replacePicture(
  svg: SVGSVGElement,
  { options, layout }: MapFile,
  host: HTMLElement,
): { view: MapView; start: ZoomTransform } {
  // Of a branch that was saved it names the branch's place.
  const page = (host.dataset.page ?? "").replace(/#.*/s, "");
  const before = [...svg.children];
  const view = new MapView(svg, {
    map: options,
    layoutName: recallLayout(host, layout),
    // A file that stands alone lies elsewhere than its note, and leads to where that is published, if anywhere.
    linkTo: ({ payload }, href = payload.href) => {
      if (href === undefined) return page || host.dataset.src ? `${page}#${payload.id}` : undefined;
      return href.startsWith("#") ? page + href : absoluteUrl(href, { url: page });
    },
  });
  const { x, y, width, height } = svg.viewBox.baseVal;
  const scale = scaleToEdges(svg, { x, y, width, height }) || 1;
  for (const element of before) element.remove();
  // It has the whole room from now on, and its picture stood in the middle of that.
  for (const name of ["viewBox", "height"]) svg.removeAttribute(name);
  const start = centeredAt(view, { x: x + width / 2, y: y + height / 2, scale });
  // It is there in windows of any shape from now on.
  svg.classList.remove("wide");
  view.svg.call(view.zoom.transform, start);
  view.isFitted = true;
  return { view, start };
}

/**
 * Presses each button that was pressed too early, and the fold, if the map stands as its picture stood.
 * @param start how that was
 */
function pressAgain({ element, isShown }: MapView, early: readonly Event[], start: ZoomTransform): void {
  const presses = early.filter((event) => event instanceof MouseEvent);
  const buttonOf = ({ target }: Event) => (target as Element).closest<HTMLElement>("button[data-map]");
  for (const button of new Set(presses.map(buttonOf))) button?.click();
  const press = presses.findLast((event) => !buttonOf(event));
  if (!press || !isShown || zoomTransform(element).toString() !== start.toString()) return;
  const { clientX, clientY, detail, ctrlKey, metaKey } = press;
  const place = { clientX, clientY, detail, ctrlKey, metaKey };
  // To the map alone: the page has heard it.
  element.dispatchEvent(new PointerEvent("pointerdown", place));
  element.dispatchEvent(new MouseEvent("click", { ...place, cancelable: true }));
}

/** The map's file: from the page itself where it stands alone, else from its address. */
async function readFile(host: HTMLElement): Promise<MapFile> {
  const own = host.querySelector('script[type="application/json"]')?.textContent;
  if (own) return JSON.parse(own) as MapFile;
  return (await (await loadFile(host.dataset.src ?? "")).json()) as MapFile;
}
