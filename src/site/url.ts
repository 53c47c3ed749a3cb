/** The path that the site lives below, without a slash at its end. Outside a page's program Astro's own has to be given. */
export function basePath(base = import.meta.env.BASE_URL): string {
  return base.replace(/\/$/, "");
}

/** A site-wide address with the base path the site is published under. */
export function withBase(path: string, base = basePath()): string {
  return `${base}/${path.replace(/^\//, "")}`;
}

/** Address of a note's page. */
export function noteUrl(id: string, base?: string): string {
  return withBase(`notes/${id}/`, base);
}

/** Address of a note's map in a format, `svg` say; without one, of the page that shows the map alone. */
export function mapUrl(id: string, format?: string): string {
  return withBase(format ? `notes/${id}/map.${format}` : `notes/${id}/map/`);
}

/** Address of the glossary, or of a term in it. */
export function glossaryUrl(id?: string, base?: string): string {
  return withBase(id ? `glossary/#${id}` : "glossary/", base);
}
