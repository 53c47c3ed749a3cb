/** Things a reader does that say the map may soon be used. */
const INTENT = ["pointermove", "pointerdown", "wheel", "scroll", "keydown", "focusin"] as const;

/**
 * The static picture of a map, made interactive once the reader does anything while it is in view.
 * Until then nothing of the map's script is loaded.
 */
class NoteMapElement extends HTMLElement {
  #leave = new AbortController();

  connectedCallback() {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    // An address that names a place in the map or a view of it needs the map at once.
    if (location.hash.length > 1 || location.search.includes("map=")) this.#upgrade();
    for (const type of INTENT) {
      addEventListener(type, () => this.#whenSeen(), { once: true, passive: true, signal });
    }
    this.addEventListener("click", () => this.#upgrade(), { once: true, signal });
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  #whenSeen() {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      const idle = window.requestIdleCallback ?? setTimeout;
      idle(() => this.#upgrade());
    });
    observer.observe(this);
    this.#leave.signal.addEventListener("abort", () => observer.disconnect());
  }

  async #upgrade() {
    if (this.dataset.state) return;
    this.dataset.state = "loading";
    try {
      const { startMap } = await import("./map/start.ts");
      await startMap(this, this.#leave.signal);
      this.dataset.state = "ready";
    } catch (error) {
      // The picture and its links stay as they are; the reader is told, and the next page tries again.
      this.dataset.state = "failed";
      const note = document.createElement("p");
      note.className = "map-message";
      note.role = "status";
      note.textContent = `The map cannot be moved now (${error instanceof Error ? error.message : error}). Its links still work.`;
      this.append(note);
    }
  }
}

customElements.define("note-map", NoteMapElement);
