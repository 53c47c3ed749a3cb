/** The path that the site lives below, without a slash at its end. */
export function basePath(): string {
  return import.meta.env.BASE_URL.replace(/\/$/, "");
}

/** A site-wide address with the base path the site is published under. */
export function withBase(path: string): string {
  return `${basePath()}/${path.replace(/^\//, "")}`;
}

/** Address of a note's page. */
export function noteUrl(id: string, base = basePath()): string {
  return `${base}/notes/${id}/`;
}

/** Address of a note's map in a format, `svg` say; without one, of the page that shows the map alone. */
export function mapUrl(id: string, format?: string): string {
  return withBase(format ? `notes/${id}/map.${format}` : `notes/${id}/map/`);
}

/** Address of the glossary, or of a term in it. */
export function glossaryUrl(id?: string, base = basePath()): string {
  return `${base}/glossary/${id ? `#${id}` : ""}`;
}
