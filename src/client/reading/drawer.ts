/** The address of no place: the page stays where it is, and what another address had opened closes. */
const NOWHERE = "#-";

/** Closes the list of notes and contents as such things close elsewhere: by Escape, beside it, by its own button. */
export function connectDrawer(): void {
  const list = document.getElementById("note-list");
  const opener = document.querySelector<HTMLElement>(".list-open");
  if (!list || !opener) return;
  // In a wide window the list stands beside the text, whatever the address says.
  const isOpen = () => list.matches(":target") && opener.checkVisibility();
  const say = () => {
    opener.ariaExpanded = String(isOpen());
  };
  const close = () => {
    // In place of the address that opened it: who goes back wants the page before.
    location.replace(NOWHERE);
    // Nor is it a place to copy or to come back to.
    history.replaceState(history.state, "", location.pathname + location.search);
    say();
  };
  opener.addEventListener("click", (event) => {
    if (!isOpen()) return;
    event.preventDefault();
    close();
  });
  // Who goes back from where a link of the list leads wants the text, not the list again.
  list.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
    const isBeside = ctrlKey || metaKey || shiftKey;
    if (target instanceof Element && target.closest("a:not(.list-close)") && !isBeside && isOpen()) close();
  });
  list.querySelector(".list-close")?.addEventListener("click", (event) => {
    event.preventDefault();
    close();
    opener.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    // What lies over the page closes first.
    const isInOther = target instanceof Element && target.closest("dialog, [popover]");
    const isOther = isInOther || document.querySelector("[popover]:popover-open");
    if (key !== "Escape" || event.defaultPrevented || isOther || !isOpen()) return;
    event.preventDefault();
    close();
    opener.focus({ preventScroll: true });
  });
  document.addEventListener("pointerdown", ({ target }) => {
    const isOutside = target instanceof Node && !list.contains(target) && !opener.contains(target);
    if (isOutside && isOpen()) close();
  });
  addEventListener("hashchange", say);
  say();
}
