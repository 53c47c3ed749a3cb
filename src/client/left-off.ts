import { recallPlaces } from "./reading/places.ts";

/** Most notes shown. */
const MOST = 3;

/** Shows where the reader left off, on this device. */
class LeftOff extends HTMLElement {
  connectedCallback() {
    const places = recallPlaces().slice(0, MOST);
    if (!places.length) return;
    const label = document.createElement("p");
    label.textContent = "Go on reading";
    const list = document.createElement("ul");
    for (const { path, title, anchor, heading } of places) {
      const link = document.createElement("a");
      link.href = `${path}#${anchor}`;
      link.textContent = `${title} › ${heading}`;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    this.replaceChildren(label, list);
  }
}

customElements.define("left-off", LeftOff);
