/** How long a message over the map stays, in milliseconds. */
const SHOWN = 4000;

/** Makes the place of messages over the map: screen readers say what comes into a place that is there already. */
export function connectMessages(host: HTMLElement): void {
  // That the map did not load is true no more.
  host.querySelector(".map-message")?.remove();
  const place = document.createElement("p");
  place.className = "map-message";
  place.role = "status";
  host.append(place);
}

/** Says a sentence over the map, to eyes and screen readers. */
export function say(host: HTMLElement, sentence: string): void {
  const place = host.querySelector(".map-message");
  if (!place) throw new Error("the map has no place for messages");
  const message = document.createElement("span");
  message.textContent = sentence;
  place.replaceChildren(message);
  // A newer one has its own time.
  setTimeout(() => message.remove(), SHOWN);
}
