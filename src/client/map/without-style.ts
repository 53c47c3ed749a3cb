import { select } from "d3";
import type { ID3SVGElement } from "markmap-view";

/**
 * The picture as markmap wants it, but for the `<style>` it would append: the policy of the page
 * forbids inline style, and the site's own sheet has the rules.
 */
export function withoutStyle(svg: SVGSVGElement): ID3SVGElement {
  const selection = select(svg) as unknown as ID3SVGElement;
  const append = selection.append;
  selection.append = ((name: string) =>
    name === "style"
      ? // Firefox tells of the policy also where a `<style>` is in no page.
        select(document.createElementNS("http://www.w3.org/2000/svg", "g"))
      : Reflect.apply(append, selection, [name])) as typeof append;
  return selection;
}
