import keysCss from "../styles/keys.css?url";
import { createKeysDialog, isListOpen } from "./keys-dialog.ts";
import { loadStyle } from "./load.ts";
import { hasPlainKeys, keep } from "./reading/keep.ts";

/** The keys of the pages, and the element without which, or where it is not shown, they do nothing. */
const KEYS = [
  { keys: ["/", "Ctrl K"], does: "search" },
  { keys: ["t"], does: "text alone", needs: "view-switch" },
  { keys: ["b"], does: "both, text and map", needs: "view-switch .view-both" },
  { keys: ["m"], does: "map alone, with the keyboard in it", needs: "view-switch" },
  { keys: ["v"], does: "the next of these views", needs: "view-switch" },
  { keys: ["i"], does: "into the map, the text stays", needs: "view-switch .view-both" },
  { keys: ["Esc"], does: "from the map back to the text", needs: "view-switch" },
  {
    keys: ["↓", "↑"],
    does: "from the # of a heading to that of each item below it",
    needs: ".prose [data-permalink]",
  },
  { keys: ["?", "Ctrl ?"], does: "these keys; in a map, the map’s own" },
];

let dialog: HTMLDialogElement | undefined;

/** Lists the keys that work on this page, in the window as wide as it is and the view as chosen. */
export async function showKeys(): Promise<void> {
  await loadStyle(keysCss);
  if (isListOpen()) return;
  dialog?.remove();
  const usable = KEYS.filter(({ needs }) => !needs || document.querySelector(needs)?.checkVisibility());
  dialog = createKeysDialog("page-keys", "Keys", usable, createSwitch());
  document.body.append(dialog);
  dialog.showModal();
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
