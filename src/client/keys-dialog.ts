import { closeBeside } from "./beside.ts";

/** Keys and what they do, as a list says it. */
export interface ListedKeys {
  /** Each of them, as it is written on a keyboard; a sign between two stands for the keys between. */
  keys: readonly string[];
  does: string;
}

/**
 * Makes the dialog that lists keys. Its looks are in `styles/keys.css`, which whoever opens it loads.
 * @param name says whose keys they are, in the class of the dialog and the id of its title
 * @param more what stands between the list and the button that closes
 */
export function createKeysDialog(
  name: string,
  title: string,
  listed: readonly ListedKeys[],
  ...more: readonly Node[]
): HTMLDialogElement {
  const dialog = make("dialog", "");
  dialog.className = `keys ${name}`;
  // Its words are the site's and not the note's, which may run from right to left.
  dialog.lang = "en";
  dialog.dir = "ltr";
  const heading = make("h2", title);
  // Rather than a button, which would be scrolled to, in a low window past the first keys, or than the
  // switch, which a key meant for the page would turn off.
  heading.tabIndex = -1;
  heading.autofocus = true;
  heading.id = `_${name}`;
  dialog.setAttribute("aria-labelledby", heading.id);
  const list = make("dl", "");
  for (const { keys, does } of listed) {
    const term = make("dt", "");
    term.append(...keys.map(createCap));
    list.append(term, make("dd", does));
  }
  const form = make("form", "");
  form.method = "dialog";
  const close = make("button", "Close");
  close.className = "button";
  form.append(close);
  dialog.append(heading, list, ...more, form);
  closeBeside(dialog);
  return dialog;
}

/** Whether a list of keys is shown: the key that asks for the page's asks for the map's where that is the whole page. */
export function isListOpen(): boolean {
  return document.querySelector("dialog.keys:modal") !== null;
}

function createCap(key: string): Node {
  if (key === "…") return document.createTextNode(key);
  const cap = make("kbd", key);
  // Those that type something, which can be turned off.
  if (/^[a-z/?]$/.test(key)) cap.className = "plain-key";
  return cap;
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
