import searchCss from "../styles/search.css?url";
import { anchorOf } from "./anchor.ts";
import { loadStyle } from "./load-style.ts";
import { type Term, parseQuery, toPattern } from "../search/query.ts";
import { fold, matchWord } from "../search/words.ts";
import { make } from "./site-search-view.ts";

const PARAMETER = "mark";
const BETWEEN = /^[\s\-–]*$/;
const WORD = /[\p{L}\p{N}_]+/gu;

/** Where words and phrases of the query stand in the note's text. */
function findRanges(root: Element, terms: readonly Term[]): Range[] {
  const words = terms.flatMap((term) => (term.isExact ? [] : term.words));
  const phrases = terms.filter(({ isExact }) => isExact).map(toPattern);
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? "";
    const folded = fold(text).length === text.length ? fold(text) : text.toLowerCase();
    const found = [
      ...[...text.matchAll(WORD)].filter(([one]) => words.some((word) => matchWord(fold(one), word) > 0)),
      ...phrases.flatMap((phrase) => [...folded.matchAll(phrase)]),
    ];
    let last: Range | undefined;
    for (const { index, 0: one } of found.toSorted((a, b) => a.index - b.index)) {
      // Words that stand side by side are one place to the reader.
      if (last && BETWEEN.test(text.slice(last.endOffset, index))) {
        last.setEnd(node, Math.max(last.endOffset, index + one.length));
        continue;
      }
      last = new Range();
      last.setStart(node, index);
      last.setEnd(node, index + one.length);
      ranges.push(last);
    }
  }
  return ranges;
}

/** Marks what was searched for, in the text and in the map, with a way through the marks and out of them. */
function showMarks(query: string) {
  const text = document.querySelector(".prose");
  const { terms } = parseQuery(query);
  if (!text || terms.length === 0 || !("highlights" in CSS)) return;
  const ranges = findRanges(text, terms);
  if (ranges.length === 0) return;
  CSS.highlights.set("search", new Highlight(...ranges));
  let at = firstBelow(ranges, document.getElementById(anchorOf(location.hash)));
  const output = make("output", {});
  const show = (scroll: boolean) => {
    const range = ranges[at] as Range;
    CSS.highlights.set("search-current", new Highlight(range));
    output.value = `${at + 1} of ${ranges.length}`;
    if (scroll) range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  };
  const step = (by: number) => {
    at = (at + by + ranges.length) % ranges.length;
    show(true);
  };
  const button = (label: string, sign: string, action: () => void) => {
    const made = make("button", { type: "button", class: "icon-button", "aria-label": label }, sign);
    made.addEventListener("click", action);
    return made;
  };
  const leave = new AbortController();
  const clear = () => {
    leave.abort();
    CSS.highlights.delete("search");
    CSS.highlights.delete("search-current");
    bar.remove();
    const address = new URL(location.href);
    address.searchParams.delete(PARAMETER);
    history.replaceState(history.state, "", address);
    document.dispatchEvent(new CustomEvent("note:find", { detail: { query: "" } }));
  };
  const bar = make(
    "div",
    { class: "search-marks", role: "toolbar", "aria-label": "Marked words" },
    make("span", { class: "search-marked" }, query.includes('"') ? query : `“${query}”`),
    output,
    button("Previous mark", "↑", () => step(-1)),
    button("Next mark", "↓", () => step(1)),
    button("Clear the marks", "×", clear),
  );
  const press = ({ key, target, defaultPrevented }: KeyboardEvent) => {
    // Open menus and fields have their own use for it.
    if (key === "Escape" && !defaultPrevented && !(target as Element).closest("dialog, input, [open]")) clear();
  };
  document.addEventListener("keydown", press, { signal: leave.signal });
  void loadStyle(searchCss);
  document.body.append(bar);
  show(false);
}

function firstBelow(ranges: readonly Range[], place: Element | null): number {
  if (!place) return 0;
  const found = ranges.findIndex(
    ({ startContainer }) =>
      place.contains(startContainer) ||
      place.compareDocumentPosition(startContainer) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return Math.max(found, 0);
}

showMarks(new URLSearchParams(location.search).get(PARAMETER) ?? "");
