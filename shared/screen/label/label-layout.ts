import type { LabelView } from "./label-view.ts";

export interface LabelSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface LabelText {
  readonly kind: "text";
  readonly text: string;
  readonly xMm: number;
  /** Of the base line. */
  readonly yMm: number;
  readonly sizeMm: number;
  readonly bold: boolean;
  readonly middle: boolean;
}

export interface LabelBox {
  readonly kind: "box";
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

export type LabelShape = LabelText | LabelBox;

const MARGIN_MM = 5;
/** The module of a logistic label (General Specifications, table 5): 0.495 mm, down to 0.25 where the label is narrow. */
const MODULE_MM = { widest: 0.495, narrowest: 0.25 };
const QUIET_MODULES = 10;
/** Bars of a logistic label are 32 mm high at least. */
const BARS_MM = { sscc: 32, other: 18 };
const TEXT_UNDER_MM = 6;

/** Of the lines, as a share of the width; a lot may be long. */
const PLACES = [
  { column: 0, row: 0 },
  { column: 0, row: 1 },
  { column: 0.46, row: 1 },
  { column: 0.7, row: 1 },
  { column: 0, row: 2 },
  { column: 0.7, row: 2 },
];

/** Where everything stands on the label, in millimetres from its upper left corner. */
export function labelShapes(label: LabelView, size: LabelSize): readonly LabelShape[] {
  const { widthMm, heightMm } = size;
  const inner = widthMm - 2 * MARGIN_MM;
  const head = [
    text(label.itemName, { xMm: MARGIN_MM, yMm: 12, sizeMm: 7, bold: true }),
    text(label.customerName ?? "", { xMm: MARGIN_MM, yMm: 18.5, sizeMm: 4 }),
    ...(label.copy > 1 ? copyMark(label.copy, widthMm) : []),
    rule(MARGIN_MM, 21, inner),
  ];
  const lines = label.lines.flatMap(({ title, text: words }, index) => {
    const { column, row } = PLACES[index] ?? { column: 0, row: 0 };
    const xMm = MARGIN_MM + inner * column;
    const yMm = 25 + row * 9;
    return [
      text(title, { xMm, yMm, sizeMm: 2.6 }),
      text(words, { xMm, yMm: yMm + 4.6, sizeMm: 4.4, bold: true }),
    ];
  });
  return [...head, ...lines, ...symbolShapes(label, { widthMm, heightMm })];
}

function copyMark(copy: number, widthMm: number): readonly LabelShape[] {
  const xMm = widthMm - 16;
  return [
    { kind: "box", xMm: widthMm - 28, yMm: 4, widthMm: 23, heightMm: 0.6 },
    text(`COPY ${copy}`, { xMm, yMm: 9.6, sizeMm: 4.4, bold: true, middle: true }),
    { kind: "box", xMm: widthMm - 28, yMm: 11, widthMm: 23, heightMm: 0.6 },
  ];
}

/** From below: the SSCC is nearest to the foot, where every reader looks for it. */
function symbolShapes({ symbols, sscc }: LabelView, size: LabelSize): readonly LabelShape[] {
  const shapes: LabelShape[] = [];
  let footMm = size.heightMm - MARGIN_MM;
  for (const symbol of symbols.toReversed()) {
    const isSscc = symbol.elementString.includes(sscc);
    const barsMm = isSscc ? BARS_MM.sscc : BARS_MM.other;
    const moduleMm = moduleFor(symbol.bars, size.widthMm);
    const fullMm = modulesOf(symbol.bars) * moduleMm;
    const leftMm = (size.widthMm - fullMm) / 2;
    const topMm = footMm - TEXT_UNDER_MM - barsMm;
    shapes.push(
      ...symbol.bars.map(
        ({ at, width }): LabelShape => ({
          kind: "box",
          xMm: leftMm + at * moduleMm,
          yMm: topMm,
          widthMm: width * moduleMm,
          heightMm: barsMm,
        }),
      ),
      text(symbol.elementString, {
        xMm: size.widthMm / 2,
        yMm: footMm - 1.4,
        sizeMm: 4,
        middle: true,
      }),
    );
    footMm = topMm - 3;
  }
  return shapes;
}

export function modulesOf(bars: LabelView["symbols"][number]["bars"]): number {
  const last = bars.at(-1);
  return last === undefined ? 0 : last.at + last.width;
}

function moduleFor(bars: LabelView["symbols"][number]["bars"], widthMm: number): number {
  const fitting = widthMm / (modulesOf(bars) + 2 * QUIET_MODULES);
  return Math.max(MODULE_MM.narrowest, Math.min(MODULE_MM.widest, fitting));
}

function text(
  words: string,
  at: Omit<LabelText, "kind" | "text" | "bold" | "middle"> & { bold?: boolean; middle?: boolean },
): LabelText {
  return { kind: "text", text: words, bold: false, middle: false, ...at };
}

function rule(xMm: number, yMm: number, widthMm: number): LabelBox {
  return { kind: "box", xMm, yMm, widthMm, heightMm: 0.3 };
}
