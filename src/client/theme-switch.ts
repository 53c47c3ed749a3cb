const THEMES = ["system", "light", "dark"] as const;

/** A button that goes through the themes: the system's, light, dark. The choice is kept. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.show();
    for (const type of ["pageshow", "storage"]) addEventListener(type, () => this.show());
    this.querySelector("button")?.addEventListener("click", () => {
      const next = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? "system";
      document.documentElement.dataset.theme = next;
      try {
        localStorage.setItem("theme", next);
      } catch {
        // Forbidden storage costs the choice its memory, nothing else.
      }
      this.show();
    });
  }

  private get theme() {
    return THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? "system";
  }

  private show() {
    const button = this.querySelector("button");
    button?.setAttribute("aria-label", `Theme: ${this.theme}`);
    button?.setAttribute("title", `Theme: ${this.theme}`);
  }
}

customElements.define("theme-switch", ThemeSwitch);
