import { distinctPieces } from "../../../shared/domain/genealogy/recall.ts";
import type { TracedUnit } from "../../../shared/domain/packing/fold-units.ts";
import type { TreePage } from "../../../shared/protocol/tree-page.ts";
import type { Affected } from "../read-affected-pieces.ts";
import type { SilentStation } from "./silent-stations.ts";
import { silentAbout, type TreeOrder, unreportedPieces } from "./tree-orders.ts";

interface AffectedFrom {
  readonly units: readonly TracedUnit[];
  /** Orders whose pieces go on: into lots that were made of them, to a next operation, or repaired to where they came from. */
  readonly goOn: ReadonlySet<string>;
  readonly orders: readonly TreeOrder[];
  readonly silent: readonly SilentStation[];
}

/**
 * How many pieces are affected and where they are, as far as that is known. Of an order that is packed in part nobody
 * knows which pieces are in the boxes, so as many as fit in are taken to be there. What is neither packed nor loose went on:
 * into a lot, or to a next operation that has not made it yet.
 */
export function affectedTotals(
  { affected, pieces }: Affected,
  { units, goOn, orders, silent }: AffectedFrom,
): TreePage["affected"] {
  const totals = { pieces, packed: 0, loose: 0 };
  for (const [jobOrderId, rows] of Map.groupBy(affected, (row) => row.jobOrderId)) {
    if (goOn.has(jobOrderId)) continue;
    const ofOrder = distinctPieces(rows);
    const packed = Math.min(ofOrder, packedOf(units, jobOrderId));
    totals.packed += packed;
    totals.loose += ofOrder - packed;
  }
  const wentOn = Math.max(0, totals.pieces - totals.packed - totals.loose);
  const pending = orders.filter((order) => silentAbout(order, silent) !== undefined);
  const stations = pending.flatMap((order) => silentAbout(order, silent)?.stationId ?? []);
  return {
    ...totals,
    wentOn,
    unreported: pending.reduce((sum, order) => sum + unreportedPieces(order), 0),
    unreportedStations: [...new Set(stations)].toSorted(),
  };
}

function packedOf(units: readonly TracedUnit[], jobOrderId: string): number {
  let pieces = 0;
  for (const { packings } of units) {
    for (const packing of packings) {
      if (packing.child === null && packing.jobOrderId === jobOrderId) pieces += packing.quantity;
    }
  }
  return pieces;
}
