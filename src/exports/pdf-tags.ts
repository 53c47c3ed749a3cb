import type { MapBox } from "../mindmap/layout.ts";

type Element = PDFKit.PDFStructureElement;

/** The elements of a document that say what stands on its page, for those who listen to it or read it on a small screen. */
export interface PdfTags {
  /** Adds the element that a node's words belong to; nodes are asked for in reading order. */
  tag(box: MapBox): Element;
  /** Ends all elements. */
  end(): void;
}

/**
 * Tags a document as a heading and a list, whose items hold the lists of what is below them
 * (ISO 32000-1, 14.8.4).
 */
export function createTags(document: PDFKit.PDFDocument): PdfTags {
  const elements: Element[] = [];
  const add = (kind: string, parent?: Element): Element => {
    const element = document.struct(kind);
    if (parent) parent.add(element);
    else document.addStructure(element);
    elements.push(element);
    return element;
  };
  const whole = add("Document");
  /** What the list below a node stands in. */
  const bodies = new Map<MapBox, Element>();
  const lists = new Map<MapBox, Element>();
  return {
    tag(box) {
      if (!box.parent) {
        bodies.set(box, whole);
        return add("H1", whole);
      }
      const list = lists.get(box.parent) ?? add("L", bodies.get(box.parent));
      lists.set(box.parent, list);
      const body = add("LBody", add("LI", list));
      bodies.set(box, body);
      return body;
    },
    // From the innermost: pdfkit would go down from each, and on very deep maps too far.
    end() {
      for (const element of elements.toReversed()) element.end();
    },
  };
}
