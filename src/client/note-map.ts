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
  /** What the reader did before there was a map to do it with. */
  #early: Event[] = [];

  connectedCallback() {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const { mapLayout, mapList } = document.documentElement.dataset;
    // An address that names a place in the map or a view of it needs the map at once.
    if (/[?&](?:map|mark)=|#./.test(location.href)) this.#upgrade();
    // Laid out as the reader has it, or as a list, it would change under the hand.
    else if (mapLayout || mapList) this.#whenSeen();
    // By touch the first sign is the first gesture: a map that is the page is there before that.
    const isTouched = this.dataset.embedded ?? navigator.maxTouchPoints;
    for (const type of isTouched ? ["load", ...INTENT] : INTENT) {
      addEventListener(type, () => this.#whenSeen(), { once: true, passive: true, signal });
    }
    for (const type of ["click", "input"])
      this.addEventListener(type, (event) => this.#keep(event.target as Element, event), { signal });
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

  /** Keeps what the reader does with the bar, or to the picture, until there is a map to do it with. */
  #keep(target: Element, event?: Event) {
    this.#upgrade();
    if (this.dataset.state !== "loading") return;
    // Who follows a link of the picture sees where it is; an address from elsewhere has to show it.
    if (target.closest("svg a")) this.dataset.followed = "";
    if (event) this.#early.push(event);
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
      const started = await start.startMap(this, this.#leave.signal, this.#early);
      this.dataset.state = "ready";
      return started;
    } catch (error) {
      delete this.dataset.state;
      this.#early = [];
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
