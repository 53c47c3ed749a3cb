import { FIELDS, hasPlainKeys, isMeantFor } from "./reading/keep.ts";

/** Brings the list when it is asked for, and nothing of it before. */
const load = () => import("./page-keys-dialog.ts");

/** A button that lists the keys of the page, and the key that does the same. */
class PageKeys extends HTMLElement {
  connectedCallback() {
    const open = () =>
      void load()
        .then(({ showKeys }) => showKeys())
        .catch((error: unknown) => {
          console.error(error);
          alert("The keys did not load.");
        });
    this.addEventListener("click", open);
    document.addEventListener("keydown", ({ key, target, ctrlKey, defaultPrevented }) => {
      const isOther = isMeantFor(`${FIELDS}, dialog`, target);
      if (key === "?" && !isOther && !defaultPrevented && (ctrlKey || hasPlainKeys())) open();
    });
  }
}

customElements.define("page-keys", PageKeys);
