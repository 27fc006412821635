import { type PackingUnit, piecesIn } from "../../domain/packing/packing-unit.ts";
import { wallMsAt } from "../../lib/wall-time.ts";
import type { LabelView } from "./label-view.ts";

export type ClosedUnit = PackingUnit & { readonly sscc: string };

export function isClosed(unit: PackingUnit): unit is ClosedUnit {
  return unit.sscc !== null;
}

/** More characters would not fit the width of an A6 label at a readable module. */
const LONGEST_LOT = 20;
const GS1_TEXT = /^[!"%-?A-Z_a-z]+$/;

/** What the label of a closed unit says, without its bars. @param timeZone of the plant, for the date */
export function labelContent(
  unit: ClosedUnit,
  { timeZone, copy }: { readonly timeZone: string; readonly copy: number },
): Omit<LabelView, "symbols"> & { readonly elementStrings: readonly string[] } {
  const count = String(piecesIn(unit));
  const date = dayOf(unit.closedUtc ?? unit.openedUtc, timeZone);
  const lot = unit.lotId !== null && fitsAi10(unit.lotId) ? unit.lotId : null;
  const isCounted = unit.gtin !== null && count.length <= 8;
  return {
    sscc: unit.sscc,
    itemName: unit.itemName,
    customerName: unit.customer?.name ?? null,
    lines: [
      { title: "SSCC", text: unit.sscc },
      { title: "CONTENT", text: unit.gtin ?? unit.itemId },
      { title: "COUNT", text: count },
      { title: "PROD DATE", text: date },
      { title: "BATCH/LOT", text: unit.lotId ?? "–" },
      { title: "ORDER", text: unit.jobOrderId },
    ],
    elementStrings: [
      // (02) is only allowed together with (37), and both only beside an SSCC (General Specifications 4.13).
      ...(isCounted ? [`(02)${unit.gtin}(37)${count}`] : []),
      ...(isCounted ? [`(11)${date.replaceAll("-", "").slice(2)}${lot === null ? "" : `(10)${lot}`}`] : []),
      `(00)${unit.sscc}`,
    ],
    copy,
  };
}

function fitsAi10(lot: string): boolean {
  return lot.length <= LONGEST_LOT && GS1_TEXT.test(lot);
}

/** "2026-11-23" by the plant's clock. */
function dayOf(utc: string, timeZone: string): string {
  return new Date(wallMsAt(Date.parse(utc), timeZone)).toISOString().slice(0, 10);
}
