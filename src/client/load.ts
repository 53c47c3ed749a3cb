/**
 * Fetches a file of the site.
 * @throws Error when there is none at the address: a host's page that says so is not what was asked for
 */
export async function loadFile(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
}

/** Style sheets of the page by their addresses. */
const styles = new Map<string, Promise<void>>();

/**
 * Adds a style sheet to the page, once.
 * @throws when it cannot be loaded; asking again tries again
 */
export function loadStyle(address: string): Promise<void> {
  let style = styles.get(address);
  if (!style) {
    style = new Promise((resolve, reject) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = address;
      link.addEventListener("load", () => resolve());
      link.addEventListener("error", () => {
        link.remove();
        styles.delete(address);
        reject(new Error(`${address} could not be loaded`));
      });
      document.head.append(link);
    });
    styles.set(address, style);
  }
  return style;
}
