import type { CountAuthority } from "../../shared/domain/orders/job-order.ts";
import type { CellReader } from "./cell-reader.ts";
import { type ReadGroups, readItems } from "./group-rows.ts";
import type { ImportRow } from "./import-row.ts";
import type { BillOfMaterial, BomLine, Routing, RoutingOperation } from "./product.ts";
import { readInstruction } from "./read-instruction.ts";
import { readSetUp } from "./read-set-up.ts";

export const PIECES = { min: 1, max: 10_000_000 } as const;
export const BOXES = { min: 1, max: 100_000 } as const;
export const SECONDS = { min: 0.001, max: 86_400 } as const;

export const authorities: Readonly<Record<string, CountAuthority>> = {
  machine: "machine",
  operator: "operator",
};

const yesNo: Readonly<Record<string, "yes" | "no">> = {
  yes: "yes",
  no: "no",
  ja: "yes",
  nein: "no",
  nej: "no",
  tak: "yes",
  nie: "no",
  "1": "yes",
  "0": "no",
};

/** Bills of material, one line a row. A unit that is left out means pieces. */
export function readBoms(rows: readonly ImportRow[], timeZone: string): ReadGroups<BillOfMaterial> {
  return readItems(rows, {
    timeZone,
    idOf: (cells) => cells.needed("item", 40),
    lineOf: bomLine,
    unique: ({ itemId, operation }) => ["material", operation === null ? itemId : `${itemId} (${operation})`],
    bodyOf: (itemId, lines) => ({ itemId, lines }),
  });
}

function bomLine(cells: CellReader): BomLine {
  const itemId = cells.needed("material", 40);
  const operation = cells.text("operation", 10);
  const unit = cells.text("unit", 12);
  const revision = cells.text("revision", 20);
  const name = cells.text("materialName", 120);
  return {
    operation: operation === "" ? null : operation,
    itemId,
    name: name === "" ? itemId : name,
    location: cells.text("location", 40),
    quantityPerPiece: cells.neededAmount("quantityPerPiece"),
    ...(unit === "" ? {} : { unit }),
    ...(revision === "" ? {} : { revision }),
    ...(cells.choice("backflush", yesNo, "yes") === "no" ? { backflush: false } : {}),
  };
}

interface RoutingLine extends RoutingOperation {
  readonly itemName: string;
}

/** Routings, one operation a row, in the order of their numbers: 20 comes before 100. */
export function readRoutings(rows: readonly ImportRow[], timeZone: string): ReadGroups<Routing> {
  return readItems(rows, {
    timeZone,
    idOf: (cells) => cells.needed("item", 40),
    lineOf: routingLine,
    unique: ({ number }) => ["operation", number],
    bodyOf: routingOf,
  });
}

function routingLine(cells: CellReader): RoutingLine {
  return {
    itemName: cells.text("itemName", 120),
    number: cells.needed("operation", 10),
    name: cells.needed("operationName", 80),
    workUnit: cells.needed("workUnit", 40),
    cycleSeconds: neededSeconds(cells),
    ...readSetUp(cells),
    transferQuantity: cells.whole("transferQuantity", PIECES, null),
    boxQuantity: cells.whole("boxQuantity", BOXES, null),
    countAuthority: cells.choice("counts", authorities, "operator"),
    ...readInstruction(cells),
  };
}

function neededSeconds(cells: CellReader): number {
  if (!cells.has("cycleSeconds")) cells.fault("missing", "cycleSeconds", `${SECONDS.min}–${SECONDS.max}`);
  return cells.decimal("cycleSeconds", SECONDS, SECONDS.max);
}

function routingOf(itemId: string, lines: readonly RoutingLine[]): Routing {
  const itemName = lines.find((line) => line.itemName !== "")?.itemName ?? itemId;
  const operations = lines
    .map(operationOf)
    .toSorted((left, right) => left.number.localeCompare(right.number, "en", { numeric: true }));
  return { itemId, itemName, operations };
}

function operationOf(line: RoutingLine): RoutingOperation {
  const { itemName: _, ...operation } = line;
  return operation;
}
