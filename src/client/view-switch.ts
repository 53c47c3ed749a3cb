import { keep, recall } from "./reading/keep.ts";

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
      if (event.key !== "v" || event.ctrlKey || event.metaKey || event.altKey || inField) return;
      const current = VIEWS.findIndex((view) => this.input(view)?.checked);
      this.choose(VIEWS[(current + 1) % VIEWS.length] ?? "both");
    });
  }

  private input(view: string) {
    return this.querySelector<HTMLInputElement>(`input[value="${view}"]`);
  }

  private choose(view: string) {
    const input = this.input(view);
    if (!input) return;
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("view-switch", ViewSwitch);
