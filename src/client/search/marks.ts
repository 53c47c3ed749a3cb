import searchCss from "../../styles/search.css?url";
import { anchorOf } from "../anchor.ts";
import { loadStyle } from "../load.ts";
import { type Term, hasTerm, parseQuery, toPattern } from "../../search/query.ts";
import { fold, listForms, matchWord } from "../../search/words.ts";
import { focusPlace, stickyEdge } from "../reading/sections.ts";
import { make } from "./view.ts";

const PARAMETER = "mark";
const BETWEEN = /^[\s\-–]*$/;
const WORD = /[\p{L}\p{N}_]+/gu;
const EDGES = /^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu;
/** What opened the list of notes, while it is open. */
const OPEN_LIST = ".list-open[aria-expanded=true]";
const BLOCK = "p, li, tr, dt, dd, pre, figcaption, blockquote, h1, h2, h3, h4, h5, h6";

/** A word of a text and where it begins. */
interface Found {
  index: number;
  word: string;
}

/** The words that answer; where only several joined by signs do, as "XSA-108" does "xsa108", all of them. */
function findWords(text: string, words: readonly string[]): Found[] {
  const answers = (form: string) => words.some((word) => matchWord(form, word) > 0);
  return [...text.matchAll(/\S+/g)].flatMap(({ index: start, 0: token }) => {
    const parts = [...token.matchAll(WORD)].filter(([part]) => answers(fold(part)));
    if (parts.length > 0) return parts.map(({ index, 0: word }) => ({ index: start + index, word }));
    if (!listForms(token).some(answers)) return [];
    const word = token.replace(EDGES, "");
    return [{ index: start + token.indexOf(word), word }];
  });
}

/** Where words and phrases of the query stand in the note's text. */
function findRanges(root: Node, terms: readonly Term[]): Range[] {
  const words = terms.flatMap((term) => (term.isExact ? [] : term.words));
  const phrases = terms.filter(({ isExact }) => isExact).map(toPattern);
  const ranges: Range[] = [];
  // Notes beside the text are copies of those below it.
  const isOwn = ({ parentElement }: Node) =>
    parentElement?.closest(".sidenote") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, isOwn);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? "";
    const folded = fold(text).length === text.length ? fold(text) : text.toLowerCase();
    const found = [
      ...findWords(text, words),
      ...phrases.flatMap((phrase) => [...folded.matchAll(phrase)].map(({ index, 0: word }) => ({ index, word }))),
    ];
    let last: Range | undefined;
    for (const { index, word } of found.toSorted((a, b) => a.index - b.index)) {
      // Words that stand side by side are one place to the reader.
      if (last && BETWEEN.test(text.slice(last.endOffset, index))) {
        last.setEnd(node, Math.max(last.endOffset, index + word.length));
        continue;
      }
      last = new Range();
      last.setStart(node, index);
      last.setEnd(node, index + word.length);
      ranges.push(last);
    }
  }
  return ranges;
}

/** Marks what was searched for, in the text and in the map, with a way through the marks and out of them. */
function showMarks(query: string) {
  const { terms } = parseQuery(query);
  if (terms.length === 0 || !("highlights" in CSS)) return;
  const ranges = [...document.querySelectorAll(".prose, .sources")].flatMap((root) => findRanges(root, terms));
  if (ranges.length === 0) return;
  CSS.highlights.set("search", new Highlight(...ranges));
  let at = findAnswer(ranges, terms, document.getElementById(anchorOf(location.hash)));
  const output = make("output", {});
  const show = (scroll: (range: Range) => boolean) => {
    const range = ranges[at] as Range;
    CSS.highlights.set("search-current", new Highlight(range));
    output.value = `${at + 1} of ${ranges.length}`;
    if (scroll(range)) range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  };
  const step = (by: number) => {
    at = (at + by + ranges.length) % ranges.length;
    show(() => true);
  };
  const leave = new AbortController();
  const clear = () => {
    leave.abort();
    // The button that was pressed is no more.
    if (bar.contains(document.activeElement)) focusPlace(ranges[at]?.startContainer.parentElement ?? undefined);
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
    makeButton("Previous mark", "↑", () => step(-1)),
    makeButton("Next mark", "↓", () => step(1)),
    makeButton("Clear the marks", "×", clear),
  );
  const press = ({ key, target, defaultPrevented }: KeyboardEvent) => {
    // Open menus and fields have their own use for it, and so has the list of notes where it lies over the text.
    const isOther = (target as Element).closest("dialog, [popover], input, [open]");
    if (key === "Escape" && !defaultPrevented && !isOther && !document.querySelector(OPEN_LIST)) clear();
  };
  document.addEventListener("keydown", press, { signal: leave.signal });
  loadStyle(searchCss).catch(console.error);
  document.body.append(bar);
  show(isToBeSought);
}

function makeButton(label: string, sign: string, action: () => void): HTMLButtonElement {
  const button = make("button", { type: "button", class: "icon-button", "aria-label": label }, sign);
  button.addEventListener("click", action);
  return button;
}

/** Whether who has just come to the page would not see a mark: below a long list, say, whose heading was opened. */
function isToBeSought(range: Range): boolean {
  const [visit] = performance.getEntriesByType("navigation");
  // Who comes back is brought to where they were.
  if (visit instanceof PerformanceNavigationTiming && visit.type !== "navigate") return false;
  const { top, bottom, height } = range.getBoundingClientRect();
  return height > 0 && (top < stickyEdge() || bottom > innerHeight);
}

/** The first mark from the place on; where a heading was opened, that of it or below which says most of the query. */
function findAnswer(ranges: readonly Range[], terms: readonly Term[], place: Element | null): number {
  const first = firstBelow(ranges, place);
  if (!place?.matches("h2, h3, h4")) return first;
  const next = [...document.querySelectorAll(".prose :is(h2, h3, h4)")].find(
    (heading) => place.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const count = (text: string) => terms.filter((term) => hasTerm(text, term)).length;
  let best = { at: first, around: 0, own: 0 };
  for (let at = first; at < ranges.length; at += 1) {
    const range = ranges[at] as Range;
    const { startContainer } = range;
    if (next && !(next.compareDocumentPosition(startContainer) & Node.DOCUMENT_POSITION_PRECEDING)) break;
    const block = startContainer.parentElement?.closest(BLOCK);
    const [around, own] = [count(block?.textContent ?? ""), count(String(range))];
    if (around > best.around || (around === best.around && own > best.own)) best = { at, around, own };
  }
  return best.at;
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
