import keysCss from "../styles/page-keys.css?url";
import { loadStyle } from "./load.ts";
import { hasPlainKeys, keep } from "./reading/keep.ts";

/** The keys of the pages, and the element without which they do nothing. */
const KEYS = [
  { keys: ["/", "Ctrl K"], does: "search" },
  { keys: ["t"], does: "text alone", needs: "view-switch" },
  { keys: ["b"], does: "both, text and map", needs: "view-switch .view-both" },
  { keys: ["m"], does: "map alone, with the keyboard in it", needs: "view-switch" },
  { keys: ["v"], does: "the next of the three", needs: "view-switch" },
  { keys: ["i"], does: "into the map, the text stays", needs: "view-switch" },
  { keys: ["Esc"], does: "from the map back to the text", needs: "view-switch" },
  {
    keys: ["↓", "↑"],
    does: "from the # of a heading to that of each item below it",
    needs: ".prose [data-permalink]",
  },
  { keys: ["?", "Ctrl ?"], does: "these keys; in a map, the map’s own" },
];

let dialog: HTMLDialogElement | undefined;

/** Lists the keys that work on this page. */
export async function showKeys(): Promise<void> {
  await loadStyle(keysCss);
  if (!dialog) {
    dialog = createDialog();
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
}

function createDialog(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "page-keys";
  const title = document.createElement("h2");
  title.textContent = "Keys";
  title.id = "_keys";
  dialog.setAttribute("aria-labelledby", title.id);
  const list = document.createElement("dl");
  for (const { keys, does, needs } of KEYS) {
    if (needs && !document.querySelector(needs)) continue;
    const term = document.createElement("dt");
    for (const key of keys) {
      const cap = document.createElement("kbd");
      cap.textContent = key;
      // Those that type something.
      if (/^[a-z/?]$/.test(key)) cap.className = "plain-key";
      term.append(cap);
    }
    const description = document.createElement("dd");
    description.textContent = does;
    list.append(term, description);
  }
  const form = document.createElement("form");
  form.method = "dialog";
  const close = document.createElement("button");
  close.className = "button";
  close.textContent = "Close";
  // Or the switch would have the focus first, and a key meant for the page turn them off.
  close.autofocus = true;
  form.append(close);
  dialog.append(title, list, createSwitch(), form);
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  return dialog;
}

function createSwitch(): HTMLElement {
  const label = document.createElement("label");
  const input = document.createElement("input");
  Object.assign(input, { type: "checkbox", role: "switch", checked: hasPlainKeys() });
  input.addEventListener("change", () => {
    const value = input.checked ? "on" : "off";
    // For this page, should the device keep nothing.
    document.documentElement.dataset.plainKeys = value;
    keep("plainKeys", value);
  });
  label.append(input, "Keys without Ctrl or Alt");
  return label;
}
