const ITEMS = ".prose :is(li, tr)[id]";
/** What the arrow keys walk through: headings have links in the page, items and rows share one that comes to them. */
const STOPS = `.prose :is(h1, h2, h3, h4) > [data-permalink], ${ITEMS}`;

/**
 * Gives list items and table rows a link to themselves: it shows beside the one that the pointer is on or
 * that was tapped, and the arrow keys lead to it from the link of the heading above.
 */
export function connectPermalinks(): void {
  const text = document.querySelector<HTMLElement>(".note-text");
  if (!text) return;
  const link = document.createElement("a");
  link.className = "item-link";
  link.dataset.permalink = "";
  link.ariaLabel = link.title = "Link to this item";
  // Arrow keys lead to it; the way of Tab is the same wherever the pointer rests.
  link.tabIndex = -1;
  const hide = () => link.matches(":focus-visible") || link.remove();
  const point = (target: EventTarget | null) => {
    // On the way to the link the pointer crosses the ground that lists stand on.
    if (!(target instanceof Element) || target.closest(".item-link") || target.matches("ul, ol, .prose, .note-text"))
      return;
    const item = target.closest<HTMLElement>(ITEMS);
    if (!item) hide();
    else if (!link.matches(":focus-visible")) show(link, item, text);
  };
  text.addEventListener("pointerover", ({ target, pointerType }) => pointerType === "mouse" && point(target));
  text.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && hide());
  text.addEventListener("click", ({ target }) => point(target));
  text.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = event.target === link ? link.closest(ITEMS) : event.target;
    const stops = [...text.querySelectorAll<HTMLElement>(STOPS)];
    const at = stops.indexOf(from as HTMLElement);
    const next = step && at >= 0 ? stops[at + step] : undefined;
    if (!next || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (next.matches(ITEMS)) show(link, next, text);
    (next.matches(ITEMS) ? link : next).focus();
    if (event.target === link && document.activeElement !== link) link.remove();
  });
}

/** Puts the link into an item, so that Tab goes on from there, and shows it at the edge of the text. */
function show(link: HTMLAnchorElement, item: HTMLElement, text: HTMLElement) {
  const host = item.querySelector<HTMLElement>(":scope > :is(td, th)") ?? item;
  if (link.parentElement === host) return;
  link.href = `#${item.id}`;
  // After its own words: what reads an item looks at what it begins with.
  host.insertBefore(link, host.querySelector(":scope > :is(ul, ol)"));
  const frame = link.offsetParent ?? text;
  const [outer, inner] = [text.getBoundingClientRect(), frame.getBoundingClientRect()];
  const isRtl = getComputedStyle(text).direction === "rtl";
  const start = isRtl ? inner.right - outer.right : outer.left - inner.left;
  link.style.top = `${item.getBoundingClientRect().top - inner.top}px`;
  // A cell that stays in sight while its table scrolls would cut off what stands beside it.
  link.style.insetInlineStart = `${frame.matches("td, th") ? 0 : start}px`;
}
