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
    document.addEventListener("keydown", (event) => {
      const isOther = isMeantFor(`${FIELDS}, dialog`, event.target);
      // A map that is the whole page hears of it later, and has a list of its own.
      if (event.key === "?" && !isOther && (event.ctrlKey || hasPlainKeys())) {
        setTimeout(() => event.defaultPrevented || open());
      }
    });
  }
}

customElements.define("page-keys", PageKeys);
