import regular from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url";
import bold from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url";
import { toBase64 } from "../../exports/bytes.ts";
import { loadFile } from "../load.ts";

/**
 * Paints an SVG as a picture, at a scale.
 * @throws when the browser cannot draw or encode it
 */
export async function paintPng(svg: string, scale: number): Promise<Uint8Array> {
  // A picture sees nothing of the page, so the font has to come along.
  const faces = await Promise.all([embed(regular, 400), embed(bold, 700)]);
  // Nor is it to follow the reader's system, which the page need not do: it is painted as it is drawn.
  const drawing = svg.replace(/<style>.*?<\/style>/s, "");
  const source = drawing.replace("<title>", `<style>${faces.join("")}</style><title>`);
  const address = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth * scale, image.naturalHeight * scale);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("the browser gives no canvas");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function embed(address: string, weight: number): Promise<string> {
  const bytes = new Uint8Array(await (await loadFile(address)).arrayBuffer());
  const data = `data:font/woff2;base64,${toBase64(bytes)}`;
  return `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:${weight};src:url(${data})}`;
}
