import { FIELDS, hasPlainKeys, isMeantFor } from "./reading/keep.ts";

/** A button that lists the keys of the page, and the key that does the same. */
class PageKeys extends HTMLElement {
  connectedCallback() {
    const open = () =>
      void import("./page-keys-dialog.ts")
        .then(({ showKeys }) => showKeys())
        .catch(() => alert("The keys did not load."));
    this.addEventListener("click", open);
    document.addEventListener("keydown", ({ key, target, ctrlKey, defaultPrevented }) => {
      const isOther = isMeantFor(`${FIELDS}, dialog`, target);
      if (key === "?" && !isOther && !defaultPrevented && (ctrlKey || hasPlainKeys())) open();
    });
  }
}

customElements.define("page-keys", PageKeys);
