/** How long a message over the map stays, in milliseconds. */
const SHOWN = 4000;

/** Says a sentence over the map, to eyes and screen readers. */
export function say(host: HTMLElement, sentence: string): void {
  const message = document.createElement("p");
  message.className = "map-message";
  message.role = "status";
  message.textContent = sentence;
  host.append(message);
  setTimeout(() => message.remove(), SHOWN);
}
