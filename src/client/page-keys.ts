import { hasPlainKeys } from "./reading/keep.ts";

/** A button that lists the keys of the page, and the key that does the same. */
class PageKeys extends HTMLElement {
  connectedCallback() {
    const open = () => void import("./page-keys-dialog.ts").then(({ showKeys }) => showKeys());
    this.addEventListener("click", open);
    document.addEventListener("keydown", ({ key, target, ctrlKey, defaultPrevented }) => {
      const inField = target instanceof Element && target.closest("input, select, textarea, dialog");
      if (key === "?" && !inField && !defaultPrevented && (ctrlKey || hasPlainKeys())) open();
    });
  }
}

customElements.define("page-keys", PageKeys);
