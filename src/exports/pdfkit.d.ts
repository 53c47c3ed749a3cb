// What pdfkit 0.20 added, and its types of 0.17 do not know yet.

declare module "pdfkit/output" {
  /** All bytes of a document, once it has ended. */
  export function toBytes(document: PDFKit.PDFDocument): Promise<Uint8Array>;
}

declare namespace PDFKit.Mixins {
  interface AnnotationOption {
    /** What a link is a part of. */
    structParent?: PDFStructureElement;
  }
}
