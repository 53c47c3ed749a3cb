import { keep, recall } from "./reading/keep.ts";
import type { NoteMapElement } from "./note-map.ts";

const VIEWS = ["text", "both", "map"];

/** Keeps what the reader chose to see, text, map or both: for this note, and for those not opened yet. */
class ViewSwitch extends HTMLElement {
  connectedCallback() {
    const own = `view:${location.pathname}`;
    const kept = recall(own) ?? recall("view");
    if (kept && VIEWS.includes(kept)) this.choose(kept);
    delete document.documentElement.dataset.view;
    this.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      keep("view", target.value);
      keep(own, target.value);
    });
    document.addEventListener("keydown", (event) => {
      const inField =
        event.target instanceof HTMLElement && event.target.closest("input, select, textarea, [role=tree]");
      if (event.ctrlKey || event.metaKey || event.altKey || inField) return;
      const current = VIEWS.findIndex((view) => this.input(view)?.checked);
      if (event.key === "v") this.choose(VIEWS[(current + 1) % VIEWS.length] ?? "both");
      else if (event.key === "m") void this.goToMap();
    });
  }

  private input(view: string) {
    return this.querySelector<HTMLInputElement>(`input[value="${view}"]`);
  }

  /** Shows the map where it is hidden, and gives it the keyboard. */
  private async goToMap() {
    const map = document.querySelector<NoteMapElement>("note-map");
    if (!map?.checkVisibility()) this.choose(this.input("both")?.checkVisibility() ? "both" : "map");
    await map?.ready();
    map?.querySelector<SVGElement>("svg.map")?.focus({ preventScroll: true });
  }

  private choose(view: string) {
    const input = this.input(view);
    if (!input) return;
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("view-switch", ViewSwitch);
