import { recallPlaces } from "./reading/places.ts";

/** Most notes shown. */
const MOST = 3;

/** Shows where the reader left off, on this device. */
class LeftOff extends HTMLElement {
  connectedCallback() {
    const places = recallPlaces().slice(0, MOST);
    if (!places.length) return;
    const links = places.map(({ path, title, anchor, heading }) => {
      const link = document.createElement("a");
      link.href = `${path}#${anchor}`;
      link.textContent = `${title} › ${heading}`;
      return link;
    });
    this.append("Go on reading: ", ...links.flatMap((link, index) => (index ? [" · ", link] : [link])));
  }
}

customElements.define("left-off", LeftOff);
