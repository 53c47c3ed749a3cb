/** Parts of addresses that say nothing of what was looked for. */
const PLAIN = new Set(["notes", "tags", "index", "map", "html", "htm", "md", "mdx", "404"]);

// The words of the missing address are what its reader wants to find.
const link = document.querySelector<HTMLAnchorElement>("a[data-missing]");
const words = readWords(location.pathname.slice(import.meta.env.BASE_URL.replace(/\/$/, "").length));
if (link && words.length > 0) {
  link.search = String(new URLSearchParams({ q: words.join(" ") }));
  link.textContent = `Search the notes for “${words.join(" ")}”`;
}

function readWords(path: string): string[] {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // Signs that stand for no letter are left as they are.
  }
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => !PLAIN.has(word));
}
