/** Has a press beside a dialog close it; words may be selected out of it, and its rim be pressed. */
export function closeBeside(dialog: HTMLDialogElement): void {
  let isBeside = false;
  dialog.addEventListener("pointerdown", ({ clientX, clientY }) => {
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    isBeside = clientX < left || clientX > right || clientY < top || clientY > bottom;
  });
  dialog.addEventListener("click", ({ target }) => {
    if (isBeside && target === dialog) dialog.close();
  });
}

/**
 * Whether a key is none of the page's: it chooses among what an input method offers. Safari tells of the one that ends
 * a choice too late to say so, by a code that is no key's.
 */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
