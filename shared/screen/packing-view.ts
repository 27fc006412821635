import type { UnitKind } from "../domain/packing/events.ts";
import type { LabelSize } from "./label/label-layout.ts";
import type { LabelView } from "./label/label-view.ts";

/** What is packed at this station, whichever order it is of. */
export interface PackingView {
  /** Good pieces of the active order that are in no unit. */
  readonly loose: number;
  readonly box: OpenUnitView | null;
  readonly pallet: OpenUnitView | null;
  /** The unit closed last, or the closed one whose label was scanned since; its label is shown. */
  readonly last: ClosedUnitView | null;
}

export interface OpenUnitView {
  readonly unitId: string;
  readonly itemName: string;
  readonly customerName: string | null;
  readonly pieces: number;
  readonly boxes: number;
  /** Pieces that fill it and are there to be put in; null: nobody said how many a box takes. */
  readonly toFill: number | null;
  /** What can be taken out, newest first; of very many the newest. Older pieces with a number come out by their scan. */
  readonly packings: readonly PackingRow[];
  /** It was opened again: the label with this number is void. */
  readonly voidSscc: string | null;
  /** Why it cannot be closed, in the words of who holds it. */
  readonly hold: string | null;
}

/** What went in at once, and comes out at once. */
export interface PackingRow {
  readonly packedEventId: string;
  readonly jobOrderId: string;
  readonly quantity: number;
  /** Of a piece with a number; null: it has none. */
  readonly serial: string | null;
  /** Of a closed box; null: it is none. */
  readonly sscc: string | null;
  /** Pieces of it can come out one by one. */
  readonly isDivisible: boolean;
}

export interface ClosedUnitView {
  readonly unitId: string;
  readonly kind: UnitKind;
  readonly sscc: string;
  readonly isOnPallet: boolean;
  /** Labels given out with this SSCC. */
  readonly labels: number;
  /** null: the bars are being drawn. */
  readonly label: LabelView | null;
  readonly size: LabelSize;
  /** What became of the newest label; null: none was given out in this run. */
  readonly job: {
    readonly state: "sent" | "lies" | "failed";
    readonly where: string;
    readonly why: string;
  } | null;
}
