import { closeBeside } from "../beside.ts";

/** Lets figures and pictures open large, over the page. */
export function connectFigures(): void {
  for (const figure of document.querySelectorAll<HTMLElement>(".prose .figure, .prose p:has(> img:only-child)")) {
    const picture = figure.querySelector<SVGSVGElement | HTMLImageElement>("svg, img");
    if (!picture) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "enlarge icon-button";
    button.textContent = "⤢";
    const name = picture.getAttribute("aria-label") ?? picture.getAttribute("alt") ?? "figure";
    button.setAttribute("aria-label", `Open large: ${name}`);
    button.title = "Open large";
    figure.classList.add("has-enlarge");
    figure.prepend(button);
    button.addEventListener("click", () => openLarge(figure, picture, name));
  }
}

function openLarge(figure: HTMLElement, picture: SVGSVGElement | HTMLImageElement, name: string) {
  const dialog = document.createElement("dialog");
  dialog.className = "large";
  dialog.ariaLabel = name;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  const view = document.createElement("div");
  view.className = "large-view";
  // What has to be moved to be seen is a stop for the keyboard, which moves it.
  view.tabIndex = 0;
  view.role = "group";
  view.ariaLabel = name;
  const copy = picture.cloneNode(true) as typeof picture;
  const [width, height] = naturalSize(picture);
  copy.style.minWidth = `${width}px`;
  copy.style.minHeight = `${height}px`;
  view.append(copy);
  const caption = figure.querySelector("figcaption")?.cloneNode(true);
  dialog.append(close, view, ...(caption ? [caption] : []));
  closeBeside(dialog);
  // A dialog gives the focus back by itself; what it held would stay in the page twice.
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The size at which a picture was drawn to be read, in pixels. */
function naturalSize(picture: SVGSVGElement | HTMLImageElement): [width: number, height: number] {
  if (picture instanceof HTMLImageElement) return [picture.naturalWidth, picture.naturalHeight];
  const { width, height } = picture.viewBox.baseVal;
  return [width, height];
}
