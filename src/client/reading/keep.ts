/** Keeps a value on the reader's device; where storage is forbidden it lasts for the page only. */
export function keep(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A choice that is not remembered is the lesser harm.
  }
}

/** What was kept, if anything. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a key alone, without Ctrl or Alt, does something on the pages: speech and unsteady hands press
 * such by chance. Asked at each press, since the reader may choose on another page that is open.
 */
export function hasPlainKeys(): boolean {
  return (recall("plainKeys") ?? document.documentElement.dataset.plainKeys) !== "off";
}

/** Fields that are typed into. */
export const FIELDS = "input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]";

/**
 * Whether a key pressed at an element is meant for one of these, which it is or is in. One that was hidden
 * with the focus in it, as by a dialog that closed, may keep the focus until the next frame, but not the keys.
 */
export function isMeantFor(selector: string, target: EventTarget | null): boolean {
  return (target instanceof Element && target.closest(selector)?.checkVisibility()) ?? false;
}
