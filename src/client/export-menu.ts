/**
 * The menu that saves and copies maps. Without script it is a list of files of the whole map. What
 * makes it more is loaded when the reader comes near it.
 */
class ExportMenu extends HTMLElement {
  connectedCallback() {
    let loaded: Promise<typeof import("./export-menu-open.ts")> | undefined;
    let isOpen = false;
    const load = () => {
      loaded ??= import("./export-menu-open.ts").then((menu) => {
        menu.openMenu(this);
        isOpen = true;
        return menu;
      });
      return loaded;
    };
    for (const type of ["pointerover", "focusin"]) this.addEventListener(type, () => void load(), { once: true });
    // Chosen before there is who does it: a link would bring the whole map instead of the view.
    this.addEventListener("click", (event) => {
      const item = (event.target as Element).closest<HTMLElement>("a, [data-copy]");
      const isView = this.querySelector<HTMLInputElement>('input[value="view"]')?.checked;
      if (isOpen || !item || (item instanceof HTMLAnchorElement && !isView)) return;
      event.preventDefault();
      void load().then(
        () => item.click(),
        () => {
          loaded = undefined;
          const output = this.querySelector("output");
          if (output) output.value = "The menu could not be loaded: try again, or take the whole map.";
        },
      );
    });
    this.addEventListener("keydown", (event) => {
      const { key } = event;
      if (key !== "Escape" && key !== "ArrowDown" && key !== "ArrowUp") return;
      if (key !== "Escape") event.preventDefault();
      void load().then(({ pressKey }) => pressKey(this, key));
    });
  }
}

customElements.define("export-menu", ExportMenu);
