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
