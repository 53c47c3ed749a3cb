const KEY = "recent-searches";
const MOST = 8;

/** What was searched for on this device, the latest first. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : [];
  } catch {
    return [];
  }
}

export function keepRecent(text: string): void {
  write([text, ...readRecent().filter((kept) => kept !== text)].slice(0, MOST));
}

export function clearRecent(): void {
  write([]);
}

function write(texts: readonly string[]): void {
  try {
    if (texts.length > 0) localStorage.setItem(KEY, JSON.stringify(texts));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage may be forbidden; search works without it.
  }
}
