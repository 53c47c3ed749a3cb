import { isComposing } from "../beside.ts";
import { make } from "./view.ts";

/** The list below the field: options the arrow keys walk through while the focus stays in the field. */
export class SearchListbox {
  readonly element: HTMLElement;
  /** Whether Tab leads from option to option too, as it does from link to link on any page. */
  isTabbable = false;
  private active: HTMLElement | undefined;
  /** The words in the field are newer than the list. */
  private isStale = false;
  /** Enter that was pressed meanwhile: the first place of the list to come is meant. */
  private awaited: KeyboardEvent | undefined;
  private count = 0;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly uid: string,
  ) {
    this.element = make("div", { role: "listbox", id: `${uid}-list`, "aria-label": "Places found", hidden: "" });
    input.setAttribute("aria-controls", this.element.id);
    for (const field of [input, this.element]) field.addEventListener("keydown", (event) => this.onKey(event));
    this.element.addEventListener("focusin", ({ target }) => {
      if (this.isTabbable && target instanceof HTMLElement) this.activate(target);
    });
    this.element.addEventListener("search:unfold", (event) => {
      if (event instanceof CustomEvent) this.activate(event.detail);
    });
  }

  /**
   * @param isEager whether the first option is chosen at once, so that Enter opens it
   * @param isCurrent whether this answers the words in the field, which may have changed meanwhile
   */
  fill(groups: readonly HTMLElement[], isEager = false, isCurrent = true): void {
    this.element.replaceChildren(...groups);
    this.element.hidden = groups.length === 0;
    this.element.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(groups.length > 0));
    this.activate(isEager ? this.options[0] : undefined);
    if (!isCurrent) return;
    this.isStale = false;
    if (this.awaited && this.active) this.follow(this.active, this.awaited);
    this.forget();
  }

  /** Opens nothing that was asked for before it was there: who asked has left the search. */
  forget(): void {
    this.awaited = undefined;
  }

  /** Says that the words have changed: what is listed no longer answers them. */
  expect(): void {
    this.isStale = true;
    this.forget();
    this.activate(undefined);
  }

  private get options(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>("[role=option]")];
  }

  private activate(option: HTMLElement | undefined): void {
    for (const each of this.options) {
      if (!each.id) {
        this.count += 1;
        each.id = `${this.uid}-option-${this.count}`;
      }
      each.setAttribute("aria-selected", String(each === option));
      if (this.isTabbable) each.tabIndex = 0;
    }
    this.active = option;
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
    if (this.element.contains(document.activeElement)) option.focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const { options } = this;
    const at = this.active ? options.indexOf(this.active) : -1;
    if (event.key === "ArrowDown") this.activate(options[(at + 1) % options.length]);
    else if (event.key === "ArrowUp") this.activate(options.at(Math.max(at, 0) - 1));
    else if (event.key === "Enter" && this.isStale) this.awaited = event;
    else if (event.key === "Enter" && this.active) this.follow(this.active, event);
    else return;
    event.preventDefault();
  }

  private follow(option: HTMLElement, { ctrlKey = false, metaKey = false, shiftKey = false }: MouseEventInit): void {
    // A made click follows links as the reader's own would: into a new tab with Ctrl, say.
    option.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
  }
}
