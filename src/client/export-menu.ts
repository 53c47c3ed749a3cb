/**
 * The menu that saves and copies maps. Without script it is a list of files of the whole map. What
 * makes it more is loaded when the reader comes near it.
 */
class ExportMenu extends HTMLElement {
  connectedCallback() {
    /** Does what a key does in the menu, once that is loaded. */
    let press: ((key: string) => void) | undefined;
    const load = async () => {
      try {
        const menu = await import("./export-menu-open.ts");
        press ??= menu.openMenu(this);
      } catch (error) {
        console.error(error);
        const output = this.querySelector("output");
        if (output) output.value = "The menu did not load: reload the page.";
      }
    };
    for (const type of ["pointerover", "focusin"]) this.addEventListener(type, load, { once: true });
    // Chosen before there is who does it: a link would bring the whole map instead of the view.
    this.addEventListener("click", async (event) => {
      const item = (event.target as Element).closest<HTMLElement>("a, [data-copy]");
      const isView = this.querySelector<HTMLInputElement>('input[value="view"]')?.checked;
      if (press || !item || (item instanceof HTMLAnchorElement && !isView)) return;
      event.preventDefault();
      await load();
      if (press) item.click();
    });
    this.addEventListener("keydown", async (event) => {
      const { key } = event;
      if (key !== "Escape" && key !== "ArrowDown" && key !== "ArrowUp") return;
      if (key !== "Escape") event.preventDefault();
      await load();
      press?.(key);
    });
  }
}

customElements.define("export-menu", ExportMenu);
