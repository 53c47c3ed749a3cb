import { loadFile } from "./load.ts";
import { NoteMapElement } from "./note-map.ts";

/** The one kind of picture that every clipboard takes; all else is copied as text. */
const CLIPBOARD_PICTURE = "png";

/**
 * Makes the list of files a menu: it can be closed, offers the map as the reader has it, and copies.
 * @returns does what a key does in it
 */
export function openMenu(menu: HTMLElement): (key: string) => void {
  const details = menu.querySelector("details");
  if (!details) throw new Error("the menu holds no list");
  const close = () => {
    details.open = false;
  };
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) close();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) close();
  });
  const offer = connectPart(menu);
  offer();
  details.addEventListener("toggle", () => {
    say(menu, "");
    offer();
  });
  menu.addEventListener("change", () => {
    menu.toggleAttribute("data-view", isOfView(menu));
    say(menu, "");
  });
  menu.addEventListener("click", (event) => {
    const { target } = event;
    const item = target instanceof Element ? target.closest<HTMLElement>("a, [data-copy]") : null;
    if (item instanceof HTMLButtonElement) void run(menu, (signal) => copyMap(menu, item, signal));
    if (!(item instanceof HTMLAnchorElement) || !isOfView(menu)) return;
    event.preventDefault();
    const [, format = ""] = /\/map\.([^/]+)$/.exec(item.pathname) ?? [];
    void run(menu, () => saveView(menu, format));
  });
  return (key) => pressKey(menu, details, key);
}

/** Walks through the menu, opens it and closes it. */
function pressKey(menu: HTMLElement, details: HTMLDetailsElement, key: string): void {
  if (key === "Escape") {
    if (details.open) details.querySelector("summary")?.focus();
    details.open = false;
    return;
  }
  details.open = true;
  const items = [...menu.querySelectorAll<HTMLElement>(".menu-list :is(a, button, input:checked)")];
  const shown = items.filter((item) => item.checkVisibility());
  const at = shown.indexOf(document.activeElement as HTMLElement);
  const by = key === "ArrowDown" ? 1 : -1;
  shown.at((Math.max(at, by > 0 ? -1 : 0) + by) % shown.length)?.focus();
}

/**
 * Where the map shows one branch alone, it is the branch that most want to save.
 * @returns chooses it when the menu is opened for the first time since, and calls it by what it is
 */
function connectPart(menu: HTMLElement): () => void {
  const inputOf = (part: string) => menu.querySelector<HTMLInputElement>(`input[value="${part}"]`);
  const words = inputOf("view")?.nextSibling;
  const seen = words?.textContent ?? "";
  let wasAlone = false;
  return () => {
    const isAlone = document.querySelector("note-map .map-path:not([hidden])") !== null;
    const input = inputOf(isAlone ? "view" : "whole");
    if (isAlone === wasAlone || !input || !words) return;
    wasAlone = isAlone;
    words.textContent = isAlone ? " This branch as you see it " : seen;
    input.checked = true;
    menu.toggleAttribute("data-view", isAlone);
  };
}

/** Whether the reader wants the map as it stands in the page. */
function isOfView(menu: HTMLElement): boolean {
  return menu.querySelector<HTMLInputElement>('input[value="view"]')?.checked ?? false;
}

function say(menu: HTMLElement, sentence: string): void {
  const output = menu.querySelector("output");
  if (output) output.value = sentence;
}

/** Of the last work that was asked for. */
let latest = new AbortController();

/** Does what was asked for last: what is overtaken says nothing, and is told so by the signal. */
async function run(menu: HTMLElement, work: (signal: AbortSignal) => Promise<string>): Promise<void> {
  latest.abort(new Error("something else was asked for"));
  latest = new AbortController();
  const { signal } = latest;
  const tell = (sentence: string) => !signal.aborted && say(menu, sentence);
  tell("…");
  try {
    tell(await work(signal));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell(`That did not work: ${reason.replace(/\.$/, "")}.`);
  }
}

function fileOf(menu: HTMLElement, extension: string): string {
  const link = menu.querySelector<HTMLAnchorElement>(`a[href$="/map.${extension}"]`);
  if (!link) throw new Error(`there is no format “${extension}”`);
  return link.href;
}

async function writeMap(menu: HTMLElement, extension: string) {
  const map = document.querySelector("note-map");
  if (!(map instanceof NoteMapElement)) throw new Error("the page holds no map");
  const [started, { writeView }] = await Promise.all([map.ready(), import("./map/exports.ts")]);
  return writeView(started, extension, (format) => fileOf(menu, format));
}

/** How long, in milliseconds, a file is kept for the browser, which on a slow machine takes it late. */
const KEPT = 60_000;

/** Saves the map as the reader has it; returns a sentence that says so. */
async function saveView(menu: HTMLElement, extension: string): Promise<string> {
  const { body, name } = await writeMap(menu, extension);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(body);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
  return `Saved ${name}, ${formatSize(body.size)}.`;
}

/** Settles when the last copy is on the clipboard, or is known never to be. */
let lastCopy: Promise<unknown> = Promise.resolve();

/** Puts the map on the clipboard as a button says; returns a sentence that says so. */
async function copyMap(menu: HTMLElement, button: HTMLElement, signal: AbortSignal): Promise<string> {
  const { copy: extension = "" } = button.dataset;
  const made = isOfView(menu)
    ? writeMap(menu, extension).then(({ body }) => body)
    : loadFile(fileOf(menu, extension)).then((response) => response.blob());
  const type = extension === CLIPBOARD_PICTURE ? "image/png" : "text/plain";
  // Browsers want to be asked while the reader's click is fresh, and wait for the bytes.
  const copied = navigator.clipboard.write([new ClipboardItem({ [type]: inTurn(made, type, signal) })]);
  lastCopy = Promise.allSettled([copied]);
  // What goes wrong with the bytes they do not tell.
  const [{ size }] = await Promise.all([made, copied]);
  return `Copied as ${button.textContent.trim()}, ${formatSize(size)}.`;
}

/**
 * @param type how the clipboard names bytes of this kind
 * @returns the bytes once no other copy can take their place: browsers decode a picture they were
 *   given before they put it on the clipboard, which may be after a text that was given later
 * @throws once something else was asked for
 */
async function inTurn(made: Promise<Blob>, type: string, signal: AbortSignal): Promise<Blob> {
  const overtaken = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  const [body] = await Promise.race([Promise.all([made, lastCopy]), overtaken]);
  return body.slice(0, body.size, type);
}

function formatSize(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} KB`;
}
