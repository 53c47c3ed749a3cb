import type { StartedMap } from "./map/start.ts";

/** Things a reader does that say the map may soon be used. */
const INTENT = ["pointermove", "pointerdown", "wheel", "scroll", "keydown", "focusin"] as const;

/**
 * The static picture of a map, made interactive once the reader does anything while it is in view; by touch,
 * where the map is the page, once that is loaded. Until then nothing of the map's script is loaded.
 */
export class NoteMapElement extends HTMLElement {
  #leave = new AbortController();
  #started: Promise<StartedMap> | undefined;
  /** Buttons that were pressed before they could do anything. */
  #pressed = new Set<HTMLElement>();

  connectedCallback() {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    // An address that names a place in the map or a view of it needs the map at once.
    if (/[?&](?:map|mark)=|#./.test(location.href)) this.#upgrade();
    // By touch the first sign is the first gesture: a map that is the page is there before that.
    const isTouched = this.dataset.embedded ?? navigator.maxTouchPoints;
    for (const type of isTouched ? ["load", ...INTENT] : INTENT) {
      addEventListener(type, () => this.#whenSeen(), { once: true, passive: true, signal });
    }
    for (const type of ["click", "input"])
      this.addEventListener(type, ({ target }) => this.#keep(target as Element), { signal });
    // Typed before even this was loaded.
    if (this.querySelector("input")?.value) this.#keep(this);
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  #whenSeen() {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.at(-1)?.isIntersecting) return;
      observer.disconnect();
      this.#upgrade();
    });
    observer.observe(this);
  }

  /** Keeps what the reader does with the bar until there is a map to do it with. */
  #keep(target: Element) {
    this.#upgrade();
    if (this.dataset.state !== "loading") return;
    // Who follows a link of the picture sees where it is; an address from elsewhere has to show it.
    if (target.closest("svg a")) this.dataset.followed = "";
    const button = target.closest<HTMLElement>("button[data-map]");
    if (button) this.#pressed.add(button);
    this.#sayHits(this.querySelector("input")?.value ? "…" : "");
  }

  #sayHits(word: string) {
    const output = this.querySelector("output");
    if (output) output.value = word;
  }

  /**
   * The interactive map, started now if it was not before.
   * @throws when it cannot be loaded, which the reader is told; asking again tries again
   */
  ready(): Promise<StartedMap> {
    this.#started ??= this.#start();
    return this.#started;
  }

  async #start(): Promise<StartedMap> {
    this.dataset.state = "loading";
    try {
      const start = await import("./map/start.ts");
      const started = await start.startMap(this, this.#leave.signal);
      this.dataset.state = "ready";
      for (const button of this.#pressed) button.click();
      return started;
    } catch (error) {
      delete this.dataset.state;
      this.#pressed.clear();
      this.#sayHits("");
      this.#started = undefined;
      // The picture and its links stay as they are; the reader is told. What was told before stays until now: without
      // it the picture would move under the finger.
      this.querySelector(".map-message")?.remove();
      this.insertAdjacentHTML(
        "beforeend",
        "<p class=map-message role=alert>The map did not load: <a href>reload the page</a>.",
      );
      throw error;
    }
  }

  #upgrade() {
    if (!this.dataset.state) this.ready().catch(console.error);
  }
}

customElements.define("note-map", NoteMapElement);
