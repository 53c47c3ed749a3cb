/**
 * Shows a link to a list item or table row while the pointer is on it; headings have theirs in the
 * page. For the keyboard, the same links are in the map, on its nodes.
 */
export function connectPermalinks(): void {
  const text = document.querySelector<HTMLElement>(".note-text");
  if (!text) return;
  const link = document.createElement("a");
  link.className = "item-link";
  link.textContent = "#";
  link.title = "Link to this item";
  link.ariaHidden = "true";
  link.tabIndex = -1;
  link.hidden = true;
  text.style.position = "relative";
  text.append(link);
  text.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse" || target === link || !(target instanceof Element)) return;
    const item = target.closest<HTMLElement>(".prose :is(li, tr)[id]");
    link.hidden = !item;
    if (!item) return;
    link.href = `#${item.id}`;
    const frame = text.getBoundingClientRect();
    const { top } = item.getBoundingClientRect();
    link.style.top = `${top - frame.top}px`;
    link.style.insetInlineStart = "0";
  });
}
