import { escapeMarkup } from "../outline/escape.ts";

/** An element of a drawing, free of any DOM: what Node writes as text the browser makes into elements. */
export interface Shape {
  name: string;
  attributes: Record<string, string | number | undefined>;
  children: (Shape | string)[];
}

/** Makes a shape; attributes that are undefined are left out. */
export function shape(name: string, attributes: Shape["attributes"] = {}, children: Shape["children"] = []): Shape {
  return { name, attributes, children };
}

/** To tenths of a pixel: no eye tells more apart. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** Characters that XML 1.0 forbids even as references (section 2.2), lone surrogates among them. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Most texts have none of these, and looking once is quicker than replacing twice. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const SPECIAL = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Puts U+FFFD in the place of what XML cannot hold, for those who escape the rest themselves. */
export function replaceForbidden(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd");
}

/** Escapes text for XML content and double-quoted attributes; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return escapeMarkup(replaceForbidden(text));
}

/** Writes a shape as XML. */
export function toXml({ name, attributes, children }: Shape): string {
  let xml = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) xml += ` ${key}="${typeof value === "number" ? value : escapeXml(value)}"`;
  }
  if (children.length === 0) return `${xml}/>`;
  xml += ">";
  for (const child of children) xml += typeof child === "string" ? escapeXml(child) : toXml(child);
  return `${xml}</${name}>`;
}
