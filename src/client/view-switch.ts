import { keep, recall } from "./reading/keep.ts";

/** Keeps what the reader chose to see, text, map or both: for this note, and for those not opened yet. */
class ViewSwitch extends HTMLElement {
  connectedCallback() {
    const own = `view:${location.pathname}`;
    const kept = this.querySelector<HTMLInputElement>(`[value="${CSS.escape(recall(own) ?? recall("view") ?? "")}"]`);
    if (kept) kept.checked = true;
    this.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      keep("view", target.value);
      keep(own, target.value);
    });
  }
}

customElements.define("view-switch", ViewSwitch);
