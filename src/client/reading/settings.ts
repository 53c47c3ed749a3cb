import { keep } from "./keep.ts";

interface Setting {
  /** Name in the storage and, as `data-…`, on the root element. */
  key: "textSize" | "textWidth";
  label: string;
  values: [value: string, label: string][];
}

/** An empty value is the usual one. */
const SETTINGS: Setting[] = [
  {
    key: "textSize",
    label: "Text size",
    values: [
      ["s", "Small"],
      ["", "Usual"],
      ["l", "Large"],
      ["xl", "Largest"],
    ],
  },
  {
    key: "textWidth",
    label: "Line length",
    values: [
      ["narrow", "Short"],
      ["", "Usual"],
      ["wide", "Long"],
    ],
  },
];

/** Shortest choice of a line, in root letters, as the style sheet has it. */
const SHORTEST = 36;

/** Least room between the panel and an edge of the window, in pixels. */
const EDGE = 8;

/** Gives the button of the reading settings its choices; they hold on every page and are kept. */
export function connectSettings(): void {
  const button = document.querySelector<HTMLElement>("[data-reading-settings]");
  if (!button) return;
  const panel = document.createElement("div");
  panel.className = "reading-settings";
  panel.popover = "auto";
  panel.dir = "ltr";
  const choices = SETTINGS.map(createChoice);
  panel.append(...choices);
  const width = choices[1];
  const why = document.createElement("small");
  why.textContent = "Beside the map there is room for less: move the border, or show the text alone.";
  width?.append(why);
  button.after(panel);
  button.ariaExpanded = "false";
  // It says and does otherwise where an earlier try to load this failed.
  button.ariaLabel = button.title;
  button.textContent = "Aa";
  button.onclick = null;
  const isOpen = () => panel.matches(":popover-open");
  let wasOpen = false;
  // A press outside the panel closes it before there is a click.
  button.addEventListener("pointerdown", () => {
    wasOpen = isOpen();
  });
  button.addEventListener("click", ({ detail }) => {
    // Keys press without a pointer, whose last press was another.
    if (wasOpen && detail) return panel.hidePopover();
    // They may have been chosen on another page meanwhile.
    for (const input of panel.querySelectorAll("input")) input.checked = isChosen(input);
    if (width) {
      width.disabled = !hasRoom();
      why.hidden = !width.disabled;
      // On a phone there is neither a border to move nor a map to put away.
      width.hidden = width.disabled && !document.querySelector(".divider")?.checkVisibility();
    }
    panel.togglePopover();
    placeUnder(panel, button);
  });
  for (const type of ["scroll", "resize"]) addEventListener(type, () => isOpen() && placeUnder(panel, button));
  panel.addEventListener("toggle", (event) => {
    button.ariaExpanded = String((event as ToggleEvent).newState === "open");
    if ((event as ToggleEvent).newState === "open") panel.querySelector<HTMLElement>("input:checked")?.focus();
  });
}

/** Puts the panel under its button, as far as the window's other edge allows. */
function placeUnder(panel: HTMLElement, button: HTMLElement): void {
  const { bottom, right } = button.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  panel.style.top = `${bottom + 4}px`;
  panel.style.right = `${Math.max(EDGE, Math.min(clientWidth - right, clientWidth - panel.offsetWidth - EDGE))}px`;
}

/** Whether a line may be as long as the shortest of the choices: else the choice would do nothing. */
function hasRoom(): boolean {
  const width = document.querySelector<HTMLElement>(".note-text")?.offsetWidth;
  return !width || width >= SHORTEST * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function isChosen({ name, value }: HTMLInputElement): boolean {
  return (document.documentElement.dataset[name] ?? "") === value;
}

function createChoice({ key, label, values }: Setting): HTMLFieldSetElement {
  const { dataset } = document.documentElement;
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = label;
  group.append(legend);
  for (const [value, name] of values) {
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: key, value });
    input.addEventListener("change", () => {
      if (value) dataset[key] = value;
      else delete dataset[key];
      keep(key, value || undefined);
    });
    const choice = document.createElement("label");
    choice.append(input, name);
    group.append(choice);
  }
  return group;
}
