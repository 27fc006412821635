import { type LabelSize, labelShapes, modulesOf } from "./label-layout.ts";
import type { LabelView } from "./label-view.ts";

/** 203 dpi, the printers that most plants have. */
const DOTS_PER_MM = 8;
/** A printer draws whole dots: 4 are 0.5 mm, 3 are 0.375 mm, 2 are 0.25 mm a module. */
const MODULE_DOTS = [4, 3, 2];

/**
 * The label for a printer that understands ZPL II. Text is written in hexadecimal where it could be taken for a command;
 * bars are the printer's own, so they are sharp to the dot.
 */
export function labelZpl(label: LabelView, size: LabelSize): string {
  const dots = (mm: number): number => Math.round(mm * DOTS_PER_MM);
  const texts = labelShapes({ ...label, symbols: [] }, size).flatMap((shape) => {
    if (shape.kind === "box") {
      const at = `^FO${dots(shape.xMm)},${dots(shape.yMm)}`;
      return [
        `${at}^GB${dots(shape.widthMm)},${Math.max(1, dots(shape.heightMm))},${Math.max(1, dots(shape.heightMm))}^FS`,
      ];
    }
    const left = shape.middle ? shape.xMm - (shape.text.length * shape.sizeMm) / 4 : shape.xMm;
    const height = dots(shape.sizeMm);
    return [`^FT${dots(left)},${dots(shape.yMm)}^A0N,${height},${height}^FH_^FD${hexed(shape.text)}^FS`];
  });
  return [
    "^XA",
    "^CI28",
    `^PW${dots(size.widthMm)}^LL${dots(size.heightMm)}`,
    ...texts,
    ...symbolCommands(label, size),
    "^PQ1",
    "^XZ",
    "",
  ].join("\n");
}

function symbolCommands({ symbols, sscc }: LabelView, size: LabelSize): readonly string[] {
  const commands: string[] = [];
  let foot = (size.heightMm - 5) * DOTS_PER_MM;
  for (const { elementString, bars } of symbols.toReversed()) {
    const height = (elementString.includes(sscc) ? 32 : 18) * DOTS_PER_MM;
    const modules = modulesOf(bars);
    const dots = MODULE_DOTS.find((width) => (modules + 20) * width <= size.widthMm * DOTS_PER_MM) ?? 2;
    const left = Math.max(0, Math.round((size.widthMm * DOTS_PER_MM - modules * dots) / 2));
    const top = foot - 6 * DOTS_PER_MM - height;
    // Mode D puts FNC1 in front and behind each element that needs one.
    commands.push(`^BY${dots}^FO${left},${top}^BCN,${height},Y,N,N,D^FH_^FD${hexed(elementString)}^FS`);
    foot = top - 3 * DOTS_PER_MM;
  }
  return commands;
}

/** "^", "~" and "_" begin commands; with ^FH_ their bytes are written instead, and so is all that is not plain ASCII. */
function hexed(text: string): string {
  return [...text.toWellFormed()].map(hexedCharacter).join("");
}

function hexedCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isPlain = code >= 0x20 && code < 0x7f;
  if (isPlain && !"^~_%".includes(character)) return character;
  if (isPlain) return `_${code.toString(16).toUpperCase()}`;
  return encodeURIComponent(character).replaceAll("%", "_");
}
