import type { IntlShape } from "react-intl";
import type { LotRecall } from "../../../../shared/protocol/genealogy-pages.ts";

const columns = [
  "what",
  "number",
  "item",
  "customer",
  "order",
  "workUnit",
  "station",
  "first",
  "last",
  "count",
  "inside",
  "closed",
  "void",
  "via",
  "depth",
] as const;

type Column = (typeof columns)[number];
type Cells = Readonly<Partial<Record<Column, string | number>>>;

/**
 * The whole recall list as one table for a spreadsheet: pieces of orders, then boxes and pallets, then pieces with a number. An
 * SSCC stands as on its label, with (00) before it: of eighteen bare digits a spreadsheet would keep fifteen.
 */
export function recallRows(intl: IntlShape, recall: LotRecall): readonly (readonly (string | number)[])[] {
  const say = (id: string): string => intl.formatMessage({ id });
  const head = columns.map((column) => say(`trace.export.${column}`));
  const cells = [
    ...recall.affected.map((row) => piecesCells(row, say)),
    ...recall.units.map((unit) => unitCells(unit, say)),
    ...recall.serials.map((serial) => serialCells(serial, say)),
  ];
  return [head, ...cells.map((row) => columns.map((column) => row[column] ?? ""))];
}

type Say = (id: string) => string;

function piecesCells(row: LotRecall["affected"][number], say: Say): Cells {
  return {
    what: say("trace.export.pieces"),
    order: row.jobOrderId,
    workUnit: row.workUnit,
    station: row.stationId,
    first: row.fromPieces + 1,
    last: row.toPieces,
    count: row.toPieces - row.fromPieces,
    via: row.viaLotId,
    depth: row.depth,
  };
}

function unitCells(unit: LotRecall["units"][number], say: Say): Cells {
  return {
    what: say(`unit.kind.${unit.kind}`),
    number: onLabel(unit.sscc),
    item: unit.itemName,
    customer: unit.customerName ?? "",
    order: unit.jobOrderId,
    station: unit.stationId,
    count: unit.pieces,
    inside: unit.isInside && unit.insideSscc === null ? say("unit.open") : onLabel(unit.insideSscc),
    closed: unit.closedUtc ?? say("unit.open"),
    void: unit.voidSsccs.map(onLabel).join(" "),
  };
}

function serialCells(piece: LotRecall["serials"][number], say: Say): Cells {
  return {
    what: say("trace.kind.serial"),
    number: piece.serial,
    item: piece.itemId,
    order: piece.jobOrderId,
    station: piece.stationId,
    first: piece.piece,
    last: piece.piece,
    count: 1,
    inside: onLabel(piece.sscc),
  };
}

function onLabel(sscc: string | null): string {
  return sscc === null ? "" : `(00)${sscc}`;
}
