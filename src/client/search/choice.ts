import type { Findings } from "./engine.ts";
import type { Request } from "./find.ts";
import { make } from "./view.ts";

const FILTERS = [
  { name: "section", label: "Section", all: "All sections" },
  { name: "tag", label: "Tag", all: "All tags" },
] as const;

/** The row of choices beside the words: section, tag and order, with the number of pages each leaves. */
export class SearchChoice {
  readonly element = make("div", { class: "search-choice" });
  private readonly selects = new Map<string, HTMLSelectElement>();
  private readonly sort = make("select", { name: "sort", "aria-label": "Order" });

  constructor(onChange: () => void) {
    for (const { name, label } of FILTERS) {
      const select = make("select", { name, "aria-label": label });
      this.selects.set(name, select);
      this.element.append(select);
    }
    this.sort.append(new Option("Best first", ""), new Option("Last reviewed first", "reviewed"));
    this.element.append(this.sort);
    this.element.addEventListener("change", onChange);
    this.element.hidden = true;
  }

  /** What is chosen, as a request and an address have it. */
  read(): Pick<Request, "section" | "tag" | "sort"> {
    return {
      section: this.selects.get("section")?.value || undefined,
      tag: this.selects.get("tag")?.value || undefined,
      sort: this.sort.value === "reviewed" ? "reviewed" : undefined,
    };
  }

  /** Chooses what an address says, before anything was found. */
  write(parameters: URLSearchParams): void {
    for (const [name, select] of this.selects) {
      const value = parameters.get(name) ?? "";
      select.replaceChildren(new Option("", ""), ...(value ? [new Option(value, value, true, true)] : []));
    }
    this.sort.value = parameters.get("sort") === "reviewed" ? "reviewed" : "";
  }

  /** Offers what the findings can be narrowed to. */
  offer({ filters, pages }: Findings): void {
    for (const { name, all } of FILTERS) {
      const select = this.selects.get(name);
      if (!select) continue;
      const { value } = select;
      // What an old address asks for may be nowhere; it can be taken back all the same.
      const known = { ...(value && { [value]: 0 }), ...filters[name] };
      const counts = Object.entries(known).filter(([key, count]) => count > 0 || key === value);
      const options = counts
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([key, count]) => new Option(`${key} (${count})`, key));
      select.replaceChildren(new Option(all, ""), ...options);
      select.value = value;
      select.hidden = counts.length < 2 && !value;
    }
    this.element.hidden = pages.length === 0 && !this.read().section && !this.read().tag;
  }
}
