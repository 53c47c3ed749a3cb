import { anchorOf } from "../anchor.ts";
import { isComposing } from "../beside.ts";
import { emit } from "./events.ts";
import { MapFind } from "./find.ts";
import { focusMap } from "./list-view.ts";
import { loadBelow } from "./load-below.ts";
import type { MapView } from "./map-view.ts";
import { say } from "./say.ts";

/** Ties the find field of the map's bar to the map. */
export function connectFind(view: MapView, host: HTMLElement, signal: AbortSignal): void {
  const bar = host.querySelector<HTMLElement>(".map-find");
  const input = bar?.querySelector("input");
  const output = bar?.querySelector("output");
  if (!bar || !input || !output) return;
  const { run, go } = createFinder(new MapFind(view), view, host, { input, output });
  input.addEventListener("input", () => void run(input.value));
  input.addEventListener("keydown", (event) => {
    // Keys that choose among what an input method offers are its own.
    if (isComposing(event)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      void go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      input.value = "";
      void run("");
      focusMap(view);
    }
  });
  bar.querySelector('[data-find="next"]')?.addEventListener("click", () => void go(1));
  bar.querySelector('[data-find="previous"]')?.addEventListener("click", () => void go(-1));
  let takenOver = "";
  const takeOver = ({ detail }: GlobalEventHandlersEventMap["note:find"]) => {
    // Marks that are cleared leave what the reader looks for.
    if (!detail.query && input.value !== takenOver) return;
    takenOver = detail.query;
    input.value = detail.query;
    void run(input.value);
  };
  document.addEventListener("note:find", takeOver, { signal });
  const marked = new URLSearchParams(location.search).get("mark");
  // Typed before there was a map to find it in.
  if (input.value) void run(input.value);
  // A result of the search was opened: the map shows what the text marks.
  else if (marked) {
    takenOver = marked;
    input.value = marked;
    void run(marked, anchorOf(location.hash));
  }
}

/** Runs what is typed into the field, steps through its hits, and says how many there are. */
function createFinder(
  find: MapFind,
  view: MapView,
  host: HTMLElement,
  { input, output }: { input: HTMLInputElement; output: HTMLOutputElement },
) {
  /** What is still being loaded for the latest query. */
  let awaited: Promise<void>[] = [];
  const tell = () => {
    const none = awaited.length ? "…" : view.branch ? "none here" : "none";
    const some = find.position ? `${find.position} of ${find.count}` : String(find.count);
    output.value = input.value.trim() ? (find.count ? some : none) : "";
  };
  const run = async (query: string, landing?: string) => {
    const waits: Promise<void>[] = [];
    awaited = waits;
    // What was said of the words before is no answer to these; empty, it would take the buttons with it.
    output.value = query.trim() && "…";
    const admit = (error: unknown) => {
      console.error(error);
      if (query.trim()) say(host, "Only what is open was searched: the rest did not load.");
    };
    emit(host, "map:find", {
      query,
      view,
      load: (node) => loadBelow(view, node),
      say: (sentence) => say(host, sentence),
      waitFor: (wait) => waits.push(wait.catch(admit)),
    });
    await find.find(query, landing);
    // Typed on meanwhile, the reader is told of the newer words.
    if (awaited !== waits) return;
    tell();
    if (!waits.length) return;
    // What cannot be loaded holds no hits; the rest does.
    await Promise.all(waits);
    // What was loaded for a query that has changed since shows with the next one.
    if (awaited !== waits) return;
    awaited = [];
    await find.find(query, landing);
    tell();
  };
  const go = async (by: 1 | -1) => {
    // Where nothing was found there is nothing to step through; what is on its way is not asked for again.
    if (find.count) await find.go(by);
    else if (!awaited.length) return run(input.value);
    tell();
  };
  view.element.addEventListener("map:branch", () => {
    find.recount();
    tell();
  });
  return { run, go };
}
