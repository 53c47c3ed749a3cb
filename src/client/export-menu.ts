import { NoteMapElement } from "./note-map.ts";

/**
 * The menu that saves and copies maps. Without script it is a list of files; with it the arrow keys
 * walk through it, Escape closes it, and the map can be had as the reader sees it.
 */
class ExportMenu extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector("details");
    if (!details) return;
    const close = () => {
      details.open = false;
    };
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && details.open) {
        close();
        details.querySelector("summary")?.focus();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        details.open = true;
        this.#step(event.key === "ArrowDown" ? 1 : -1);
      }
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.contains(target)) close();
    });
    this.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) close();
    });
    this.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>("[data-export], [data-copy]") : null;
      if (button) void this.#run(button);
    });
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".menu-list :is(a, button)")].filter((item) =>
      item.checkVisibility(),
    );
  }

  #step(by: number) {
    const items = this.#items;
    const at = items.indexOf(document.activeElement as HTMLElement);
    items.at((Math.max(at, by > 0 ? -1 : 0) + by) % items.length)?.focus();
  }

  async #run({ dataset }: HTMLElement) {
    const output = this.querySelector("output");
    const say = (sentence: string) => {
      if (output) output.value = sentence;
    };
    try {
      const map = document.querySelector("note-map");
      if (!(map instanceof NoteMapElement)) throw new Error("the page holds no map");
      say("…");
      const { view, file } = await map.ready();
      const { copyView, saveView } = await import("./map/exports.ts");
      if (dataset.export) say(await saveView(view, file, dataset.export));
      else if (dataset.copy) say(await copyView(view, file, dataset.copy));
    } catch (error) {
      say(`That did not work: ${error instanceof Error ? error.message : error}.`);
    }
  }
}

customElements.define("export-menu", ExportMenu);
