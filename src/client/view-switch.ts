import { keep } from "./reading/keep.ts";

/**
 * Keeps what the reader chose to see, text, map or both: for this note, and for those not opened yet. What was kept is
 * chosen before the first paint, by `theme.js`.
 */
class ViewSwitch extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      keep("view", target.value);
      keep(`view:${location.pathname}`, target.value);
    });
  }
}

customElements.define("view-switch", ViewSwitch);
