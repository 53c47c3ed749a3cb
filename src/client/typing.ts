/** Fields that are typed into. */
export const FIELDS = "input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]";

/**
 * Whether a key pressed at an element is meant for one of these, which it is or is in. One that was hidden
 * with the focus in it, as by a dialog that closed, may keep the focus until the next frame, but not the keys.
 */
export function isMeantFor(selector: string, target: EventTarget | null): boolean {
  return (target instanceof Element && target.closest(selector)?.checkVisibility()) ?? false;
}
