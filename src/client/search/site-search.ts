import { SearchChoice } from "./choice.ts";
import { askSearch } from "./client.ts";
import { explainFailure } from "./failure.ts";
import type { Findings } from "./engine.ts";
import { type AskedFiles, loadFileKinds, readAskedFiles } from "./files.ts";
import type { Request } from "./find.ts";
import { SearchListbox } from "./listbox.ts";
import { cutQuery } from "../../search/query.ts";
import { siteAddress } from "./address.ts";
import { clearRecent, keepRecent, readRecent } from "./recent.ts";
import { showIndex } from "./show-index.ts";
import { countFindings, drawFindings, drawNotice, drawRecent, make } from "./view.ts";

/** After so many milliseconds without an answer the reader is told that it is being looked for. */
const PATIENCE = 400;

let instances = 0;

function nextId(): string {
  instances += 1;
  return `search-${instances}`;
}

/**
 * The search: a field and the list of places it finds, as an ARIA combobox with a listbox.
 * It tells what is searched for with `site-search` (detail: URLSearchParams), and that a place is
 * opened with `site-search:open`.
 */
export class SiteSearch extends HTMLElement {
  private readonly uid = nextId();
  // On the page of the search the field is there before this script is; the reader may be typing in it.
  private readonly input = this.adopt("input", {
    type: "search",
    name: "q",
    role: "combobox",
    placeholder: "Search the notes",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "search",
    "aria-label": "Search the notes",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
  });
  private readonly form = this.adopt("form", { role: "search", action: siteAddress("search/") });
  private readonly choice = new SearchChoice(() => void this.find(this.verbatim));
  private readonly said = make("p", { class: "search-said", role: "status" });
  private readonly notice = make("p", { class: "search-notice", role: "status" });
  private readonly list = new SearchListbox(this.input, this.uid);
  private readonly foot = make("p", { class: "search-foot" });
  /** How far it looks into what is found; more where the reader asked for more. */
  depth = 1;
  /** Words that are taken as they were typed. */
  private verbatim: string | undefined;
  /** How many questions there were, and the number of the latest that is settled. */
  private asked = 0;
  private answered = 0;

  connectedCallback() {
    if (this.list.element.isConnected) return;
    this.list.isTabbable = this.isPage;
    if (!this.input.isConnected) this.form.prepend(this.input);
    if (!this.form.isConnected) this.append(this.form);
    this.append(this.choice.element, this.said, this.notice, this.list.element, this.foot);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.input.addEventListener("input", () => void this.onInput());
    this.list.element.addEventListener("click", (event) => this.onChoose(event));
    this.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLButtonElement) this.onButton(target);
    });
    if (document.documentElement.dataset.asked === undefined) this.showRecent();
  }

  /** Whether it has a page of its own: there no place is chosen before the reader does, and Tab leads to each. */
  private get isPage(): boolean {
    return this.closest("main") !== null;
  }

  /** What is to be searched for, which need not be all that is in the field. */
  private get typed(): string {
    return cutQuery(this.input.value);
  }

  private adopt<K extends "form" | "input">(tag: K, attributes: Record<string, string>): HTMLElementTagNameMap[K] {
    const made = this.querySelector(tag) ?? make(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  /** Puts the focus into the field: behind what was typed already, else with its words chosen. */
  focusInput(typed: string) {
    this.input.focus();
    if (typed) {
      this.input.value += typed;
      this.input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    if (!typed) this.input.select();
  }

  /** Says that the reader has left: what they wanted opened is not, should it still come. */
  leave() {
    this.list.forget();
  }

  /** Adds something to the row of the field. */
  addToForm(element: HTMLElement) {
    this.form.append(element);
  }

  /** Searches anew for what is in the field. */
  refresh() {
    void this.onInput();
  }

  /** Searches for what an address says. */
  search(parameters: URLSearchParams, depth?: number): Promise<void> {
    this.input.value = parameters.get("q") ?? "";
    this.choice.write(parameters);
    return this.onInput(depth);
  }

  private onInput(depth = 1): Promise<void> {
    this.depth = depth;
    this.list.expect();
    return this.find();
  }

  private async find(verbatim?: string) {
    this.verbatim = verbatim;
    this.asked += 1;
    const turn = this.asked;
    const text = verbatim ?? this.typed;
    const choice = this.choice.read();
    this.tell({ q: text, ...choice });
    const waiting = setTimeout(() => {
      if (this.answered < turn) this.said.textContent = "Searching…";
    }, PATIENCE);
    try {
      if (!text) {
        this.answered = turn;
        return this.showRecent();
      }
      const asked = readAskedFiles(text, await loadFileKinds());
      const request = { text, ...choice, depth: this.depth, verbatim: verbatim !== undefined };
      const findings = await this.ask(request, asked, turn);
      // A later question was answered sooner.
      if (turn < this.answered) return;
      this.answered = turn;
      const typed = verbatim === undefined ? this.typed : text;
      if (findings && this.typed) this.show(findings, typed === text, asked);
    } catch (error) {
      if (turn === this.asked) this.showFailure(explainFailure(error));
    } finally {
      clearTimeout(waiting);
      showIndex();
    }
  }

  private tell(values: Record<string, string | undefined>) {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) if (value) parameters.set(name, value);
    this.dispatchEvent(new CustomEvent("site-search", { detail: parameters }));
  }

  private show(findings: Findings, isCurrent: boolean, { kinds }: AskedFiles) {
    const { section, tag } = this.choice.read();
    const isNarrowed = Boolean(section ?? tag);
    const isCut = this.typed.length < this.input.value.trim().replace(/\s+/g, " ").length;
    this.say(countFindings(findings, isNarrowed), drawNotice(findings, isNarrowed, isCut));
    this.choice.offer(findings);
    this.list.fill(drawFindings(findings, this.uid, kinds), !this.isPage, isCurrent);
    if (findings.more > 0)
      this.foot.append(make("button", { type: "button", "data-more": "" }, "Look into more pages"));
    if (findings.pages.length === 0) this.foot.append(linkToIndex());
  }

  private showRecent() {
    const recent = readRecent();
    this.say("");
    this.choice.element.hidden = true;
    this.list.fill(drawRecent(recent, this.uid));
    if (recent.length > 0)
      this.foot.append(make("button", { type: "button", "data-clear": "" }, "Clear recent searches"));
  }

  private showFailure(sentence: string) {
    this.say(sentence);
    this.list.fill([]);
    this.foot.append(linkToIndex());
  }

  private say(sentence: string, notice: readonly (Node | string)[] = []) {
    // What is said already would be heard again, at each letter.
    if (this.said.textContent !== sentence) this.said.textContent = sentence;
    const next = make("p", {}, ...notice);
    if (next.innerHTML !== this.notice.innerHTML) this.notice.replaceChildren(...next.childNodes);
    this.foot.replaceChildren();
  }

  /** Asks for the words; where they name a kind of file and no place has them all, for the others. */
  private async ask(request: Request, { kinds, rest }: AskedFiles, turn: number): Promise<Findings | undefined> {
    if (kinds.length === 0 || rest === "") return askSearch(request);
    const findings = await askSearch({ ...request, verbatim: true });
    if (turn !== this.asked) return undefined;
    const isWhole = findings?.pages.some(({ places }) => places.some(({ coverage }) => coverage === 1));
    return findings && !isWhole ? askSearch({ ...request, text: rest }) : findings;
  }

  private onChoose({ target, ctrlKey, metaKey, shiftKey }: MouseEvent) {
    const option = target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;
    if (option?.dataset.text) {
      void this.search(new URLSearchParams({ q: option.dataset.text }));
      this.input.focus();
    }
    if (!option?.hasAttribute("href")) return;
    keepRecent(this.typed);
    // Who opens it beside this page may want another one, too.
    if (!ctrlKey && !metaKey && !shiftKey) this.dispatchEvent(new CustomEvent("site-search:open"));
  }

  private onButton({ dataset }: HTMLButtonElement) {
    if (dataset.verbatim !== undefined) void this.find(dataset.verbatim);
    else if (dataset.text !== undefined) void this.search(new URLSearchParams({ q: dataset.text }));
    else if (dataset.more !== undefined) {
      this.depth += 1;
      void this.find(this.verbatim);
    } else if (dataset.clear !== undefined) {
      clearRecent();
      this.showRecent();
    } else return;
    this.input.focus();
  }
}

function linkToIndex(): HTMLElement {
  return make("a", { href: siteAddress("search/#index") }, "Browse the index of headings and terms");
}

customElements.define("site-search", SiteSearch);
