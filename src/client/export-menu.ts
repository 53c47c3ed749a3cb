/**
 * The menu that saves and copies maps. Without script it is a list of files of the whole map. What
 * makes it more is loaded when the reader comes near it.
 */
class ExportMenu extends HTMLElement {
  connectedCallback() {
    let menu: typeof import("./export-menu-open.ts") | undefined;
    const load = async () => {
      try {
        const loaded = await import("./export-menu-open.ts");
        if (!menu) loaded.openMenu(this);
        menu = loaded;
      } catch {
        const output = this.querySelector("output");
        if (output) output.value = "The menu did not load: try again, or take the whole map.";
      }
    };
    for (const type of ["pointerover", "focusin"]) this.addEventListener(type, load, { once: true });
    // Chosen before there is who does it: a link would bring the whole map instead of the view.
    this.addEventListener("click", async (event) => {
      const item = (event.target as Element).closest<HTMLElement>("a, [data-copy]");
      const isView = this.querySelector<HTMLInputElement>('input[value="view"]')?.checked;
      if (menu || !item || (item instanceof HTMLAnchorElement && !isView)) return;
      event.preventDefault();
      await load();
      if (menu) item.click();
    });
    this.addEventListener("keydown", async (event) => {
      const { key } = event;
      if (key !== "Escape" && key !== "ArrowDown" && key !== "ArrowUp") return;
      if (key !== "Escape") event.preventDefault();
      await load();
      menu?.pressKey(this, key);
    });
  }
}

customElements.define("export-menu", ExportMenu);
