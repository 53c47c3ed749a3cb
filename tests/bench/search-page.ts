import type { SearchResult } from "minisearch";
import { MINISEARCH } from "./search-settings.ts";

interface Contestant {
  field(): HTMLInputElement | null;
  /** What is in the page once something was found. */
  result: string;
  /** Opens the search and types, where the field is not there from the beginning. */
  open?(query: string): void;
}

const press = (key: string) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

const CONTESTANTS: Record<string, Contestant> = {
  ours: {
    field: () => document.querySelector("site-search input"),
    result: "site-search a[role=option]",
    open: (query) => {
      press("/");
      for (const key of query) press(key);
    },
  },
  minisearch: { field: () => document.querySelector("#field"), result: "#list a" },
  stock: {
    field: () => document.querySelector(".pagefind-ui__search-input"),
    result: ".pagefind-ui__result-link",
  },
};

/** Resolves when the page holds, or no longer holds, an element. */
function until(selector: string, isThere: boolean): Promise<void> {
  const holds = () => (document.querySelector(selector) !== null) === isThere;
  return new Promise((resolve) => {
    if (holds()) return resolve();
    const observer = new MutationObserver(() => {
      if (!holds()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.documentElement, { childList: true, subtree: true });
  });
}

function type(field: HTMLInputElement | null, text: string): void {
  if (!field) throw new Error("There is no field to type into.");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Milliseconds from the keystroke until the first result is painted. */
async function time(name: string, query: string): Promise<number> {
  const contestant = CONTESTANTS[name];
  if (!contestant) throw new Error(`Nobody is called ${name}.`);
  const { field, result, open } = contestant;
  if (document.querySelector(result)) {
    type(field(), "");
    await until(result, false);
  }
  const start = performance.now();
  if (open && !field()) open(query);
  else type(field(), query);
  await until(result, true);
  await paint();
  return performance.now() - start;
}

/** Resolves when the next frame is painted: a callback of the frame runs before that, the next task after it. */
function paint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => resolve());
      port1.start();
      port2.postMessage(undefined);
    });
  });
}

/** A field and a list: the least with which MiniSearch can be used. */
function startMiniSearch(): void {
  const [field, list] = [document.createElement("input"), document.createElement("ol")];
  [field.id, list.id] = ["field", "list"];
  document.body.append(field, list);
  const load = async () => {
    const [{ default: MiniSearch }, response] = await Promise.all([import("minisearch"), fetch("/minisearch.json")]);
    return MiniSearch.loadJSON(await response.text(), MINISEARCH);
  };
  let loading: ReturnType<typeof load> | undefined;
  field.addEventListener("input", async () => {
    loading ??= load();
    const index = await loading;
    const found = field.value ? index.search(field.value).slice(0, 10) : [];
    list.replaceChildren(...found.map(drawResult));
  });
}

function drawResult({ title, url }: SearchResult): HTMLElement {
  const [item, link] = [document.createElement("li"), document.createElement("a")];
  link.href = String(url);
  link.textContent = String(title);
  item.append(link);
  return item;
}

/** The interface that Pagefind brings along, as its documentation sets it up. */
function startStock(settings: Record<string, unknown>): void {
  const host = document.createElement("div");
  host.id = "search";
  document.body.append(host);
  const Stock: unknown = Reflect.get(window, "PagefindUI");
  if (typeof Stock === "function") Reflect.construct(Stock, [{ element: "#search", ...settings }]);
}

async function start(name: string): Promise<void> {
  if (name === "ours") await import("../../src/client/search/open.ts");
  else if (name === "minisearch") startMiniSearch();
  else startStock(name === "stock" ? {} : { debounceTimeoutMs: 0 });
}

const { name = "" } = document.body.dataset;
await start(name);
Object.assign(window, { time: (query: string) => time(name.replace(/-.*/, ""), query) });
