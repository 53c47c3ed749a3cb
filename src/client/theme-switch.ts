import { keep } from "./reading/keep.ts";

const THEMES = ["system", "light", "dark"] as const;

/** A button that goes through the themes: the system's, light, dark. The choice is kept. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    const { dataset } = document.documentElement;
    const button = this.querySelector("button");
    const themeOf = () => THEMES.find((theme) => theme === dataset.theme) ?? "system";
    const show = () => {
      const title = `Theme: ${themeOf()}`;
      if (button) Object.assign(button, { title, ariaLabel: title });
    };
    show();
    // The page may be one that is come back to, or another may have chosen.
    Object.assign(window, { onpageshow: show, onstorage: show });
    button?.addEventListener("click", () => {
      const next = THEMES[(THEMES.indexOf(themeOf()) + 1) % THEMES.length] ?? "system";
      dataset.theme = next;
      keep("theme", next);
      show();
    });
  }
}

customElements.define("theme-switch", ThemeSwitch);
