/** Lets figures and pictures open large, over the page. */
export function connectFigures(): void {
  for (const figure of document.querySelectorAll<HTMLElement>(".prose .figure, .prose p:has(> img:only-child)")) {
    const picture = figure.querySelector("svg, img");
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

function openLarge(figure: HTMLElement, picture: Element, name: string) {
  const dialog = document.createElement("dialog");
  dialog.className = "large";
  dialog.ariaLabel = name;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  const caption = figure.querySelector("figcaption")?.cloneNode(true);
  dialog.append(close, picture.cloneNode(true), ...(caption ? [caption] : []));
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  // A dialog gives the focus back by itself; what it held would stay in the page twice.
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
