/** Address of a file of the site, given without the base path. */
export function siteAddress(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/*$/, "/")}${path}`;
}
