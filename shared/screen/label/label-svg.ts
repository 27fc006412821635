import { type LabelShape, type LabelSize, labelShapes } from "./label-layout.ts";
import type { LabelView } from "./label-view.ts";

/** The label as a file of its own that any program prints at its true size. */
export function labelSvg(label: LabelView, size: LabelSize): string {
  const { widthMm, heightMm } = size;
  const box = `width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}"`;
  const shapes = labelShapes(label, size).map(shapeSvg);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} font-family="sans-serif">`,
    `<rect width="${widthMm}" height="${heightMm}" fill="#fff"/>`,
    ...shapes,
    "</svg>\n",
  ].join("\n");
}

function shapeSvg(shape: LabelShape): string {
  const at = `x="${round(shape.xMm)}" y="${round(shape.yMm)}"`;
  if (shape.kind === "box") {
    return `<rect ${at} width="${round(shape.widthMm)}" height="${round(shape.heightMm)}"/>`;
  }
  const weight = shape.bold ? ' font-weight="700"' : "";
  const anchor = shape.middle ? ' text-anchor="middle"' : "";
  return `<text ${at} font-size="${shape.sizeMm}"${weight}${anchor}>${escapeXml(shape.text)}</text>`;
}

function round(mm: number): string {
  return String(Math.round(mm * 1_000) / 1_000);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Names come from master data and may hold anything; control characters are no XML at all. */
function escapeXml(text: string): string {
  return [...text]
    .filter((character) => (character.codePointAt(0) ?? 0) >= 0x20)
    .map((character) => ENTITIES[character] ?? character)
    .join("");
}
