import { type Findings, search } from "./site-search-engine.ts";
import { countFindings, drawFindings, make } from "./site-search-view.ts";

let instances = 0;

/** The search: a field and the list of places it finds, as an ARIA combobox with a listbox. */
export class SiteSearch extends HTMLElement {
  private readonly uid = `search-${(instances += 1)}`;
  private readonly input = make("input", {
    type: "search",
    name: "q",
    role: "combobox",
    placeholder: "Search the notes",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "go",
    "aria-label": "Search the notes",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${this.uid}-list`,
  });
  private readonly list = make("div", { role: "listbox", id: `${this.uid}-list`, "aria-label": "Places found" });
  private readonly said = make("p", { class: "search-said", role: "status" });
  private asked = 0;
  private active = -1;

  connectedCallback() {
    if (this.childElementCount > 0) return;
    const form = make("form", { role: "search", action: `${base()}search/` }, this.input);
    this.append(form, this.said, this.list);
    form.addEventListener("submit", (event) => event.preventDefault());
    this.input.addEventListener("input", () => void this.find());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
  }

  focusInput() {
    this.input.focus();
    this.input.select();
  }

  private get options() {
    return [...this.list.querySelectorAll<HTMLAnchorElement>("[role=option]")];
  }

  private async find() {
    this.asked += 1;
    const { asked } = this;
    try {
      const findings = await search(this.input.value);
      if (asked === this.asked) this.show(findings);
    } catch {
      this.said.textContent = "The search index could not be loaded.";
      this.list.replaceChildren();
    }
  }

  private show(findings: Findings) {
    this.list.replaceChildren(...drawFindings(findings, this.uid));
    for (const [index, option] of this.options.entries()) option.id = `${this.uid}-${index}`;
    this.said.textContent = findings.query.text ? countFindings(findings) : "";
    this.input.setAttribute("aria-expanded", String(findings.pages.length > 0));
    this.activate(findings.pages.length > 0 ? 0 : -1);
  }

  private activate(index: number) {
    const { options } = this;
    options[this.active]?.removeAttribute("aria-selected");
    for (const option of options) option.setAttribute("aria-selected", "false");
    this.active = options.length > 0 ? (index + options.length) % options.length : -1;
    const option = options[this.active];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  private onKey(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") this.activate(this.active + 1);
    else if (event.key === "ArrowUp") this.activate(this.active - 1);
    else if (event.key === "Enter") this.options[this.active]?.click();
    else return;
    event.preventDefault();
  }
}

function base(): string {
  return import.meta.env.BASE_URL.replace(/\/*$/, "/");
}

customElements.define("site-search", SiteSearch);
