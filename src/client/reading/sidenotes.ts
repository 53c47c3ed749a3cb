import { anchorOf } from "../anchor.ts";

/**
 * Sets each footnote beside the line that refers to it, for windows wide enough (the style sheet
 * knows). The notes below the text stay, for everybody else; screen readers hear those only.
 */
export function connectSidenotes(): void {
  for (const reference of document.querySelectorAll<HTMLAnchorElement>(".prose a[data-footnote-ref]")) {
    const footnote = document.getElementById(anchorOf(reference.hash));
    const host = reference.closest("p, li, td, dd");
    if (!footnote || !host) continue;
    const note = document.createElement("small");
    note.className = "sidenote";
    note.ariaHidden = "true";
    const number = document.createElement("sup");
    number.textContent = reference.textContent;
    const words = footnote.cloneNode(true) as HTMLElement;
    for (const back of words.querySelectorAll("[data-footnote-backref]")) back.remove();
    note.append(number, " ", (words.textContent ?? "").trim());
    const above = [...host.querySelectorAll(":scope > .sidenote")].at(-1);
    if (above) above.after(note);
    else host.prepend(note);
  }
}
