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

/** Gives the button of the reading settings its choices; they hold on every page and are kept. */
export function connectSettings(): void {
  const button = document.querySelector<HTMLElement>("[data-reading-settings]");
  if (!button) return;
  const panel = document.createElement("div");
  panel.className = "reading-settings";
  panel.popover = "auto";
  panel.append(...SETTINGS.map(createChoice));
  button.after(panel);
  button.ariaExpanded = "false";
  button.addEventListener("click", () => {
    const { bottom, right } = button.getBoundingClientRect();
    panel.style.top = `${bottom + 4}px`;
    panel.style.right = `${Math.max(8, document.documentElement.clientWidth - right)}px`;
    panel.togglePopover();
  });
  panel.addEventListener("toggle", (event) => {
    button.ariaExpanded = String((event as ToggleEvent).newState === "open");
    if ((event as ToggleEvent).newState === "open") panel.querySelector<HTMLElement>("input:checked")?.focus();
  });
}

function createChoice({ key, label, values }: Setting): HTMLElement {
  const { dataset } = document.documentElement;
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = label;
  group.append(legend);
  for (const [value, name] of values) {
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: key, value, checked: (dataset[key] ?? "") === value });
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
