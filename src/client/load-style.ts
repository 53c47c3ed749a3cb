const loaded = new Map<string, Promise<void>>();

/**
 * Adds a style sheet to the page, once.
 * @throws when it cannot be loaded; asking again tries again
 */
export function loadStyle(address: string): Promise<void> {
  let style = loaded.get(address);
  if (!style) {
    style = new Promise((resolve, reject) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = address;
      link.addEventListener("load", () => resolve());
      link.addEventListener("error", () => {
        link.remove();
        loaded.delete(address);
        reject(new Error(`${address} could not be loaded`));
      });
      document.head.append(link);
    });
    loaded.set(address, style);
  }
  return style;
}
