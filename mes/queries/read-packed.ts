import type { EventType } from "../../shared/domain/event.ts";
import { foldSerials, type TracedSerial } from "../../shared/domain/packing/fold-serials.ts";
import { foldUnits, type TracedUnit } from "../../shared/domain/packing/fold-units.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { ordersOfUnits, ordersWithSerials, unitsOfOrders } from "../repositories/packing-repository.ts";
import { readStationEvents } from "./read-station-events.ts";

const OF_UNITS: readonly EventType[] = [
  "unit.opened",
  "unit.packed",
  "unit.unpacked",
  "unit.closed",
  "unit.reopened",
  "label.printed",
];
const OF_PIECES: readonly EventType[] = [
  "order.started",
  "parts.counted",
  "quantity.reported",
  "quantity.reversed",
  "defect.logged",
  "piece.identified",
];

/** Units that hold pieces of these orders, or stand in one that does. */
export async function readUnitsOfOrders(
  db: Queries,
  jobOrderIds: readonly string[],
  vocabulary: Vocabulary,
): Promise<readonly TracedUnit[]> {
  return readUnits(db, await unitsOfOrders(db, jobOrderIds), vocabulary);
}

async function readUnits(
  db: Queries,
  unitIds: readonly string[],
  vocabulary: Vocabulary,
): Promise<readonly TracedUnit[]> {
  if (unitIds.length === 0) return [];
  const orders = await ordersOfUnits(db, unitIds);
  const units = foldUnits(
    await readStationEvents(db, { jobOrderIds: orders, types: OF_UNITS, vocabulary, clock: "station" }),
  );
  return [...units.values()].filter(({ unitId }) => unitIds.includes(unitId));
}

/** Pieces of these orders that have a number of their own. */
export async function readSerialsOfOrders(
  db: Queries,
  jobOrderIds: readonly string[],
  vocabulary: Vocabulary,
): Promise<readonly TracedSerial[]> {
  const numbered = await ordersWithSerials(db, jobOrderIds); // mostly none, and their journals are long
  return foldSerials(
    await readStationEvents(db, { jobOrderIds: numbered, types: OF_PIECES, vocabulary, clock: "station" }),
  );
}
