import { producedOf } from "../../../shared/domain/genealogy/order-pieces.ts";
import type { AffectedPieces } from "../../../shared/domain/genealogy/recall.ts";
import type { TreeThing } from "../../../shared/domain/genealogy/tree-thing.ts";
import type { TreePage } from "../../../shared/protocol/tree-page.ts";
import { lotsMadeByOrders } from "../../repositories/lot-repository.ts";
import { readAffectedPieces } from "../read-genealogy.ts";
import { readUnitsOfOrders } from "../read-packed.ts";
import { readTraces } from "../read-traces.ts";
import { affectedTotals } from "./affected-totals.ts";
import type { Gathering } from "./gather-known.ts";
import { nextOperations } from "./next-operations.ts";
import { readTreeOrders } from "./tree-orders.ts";

/** All pieces that the start of a tree got into, to the end of the recall list and not only as deep as the tree is drawn. */
export async function readAffected(gathering: Gathering, root: TreeThing): Promise<TreePage["affected"]> {
  const { db, vocabulary, known } = gathering;
  const affected = await affectedBy(gathering, root);
  const orders = [...new Set(affected.map(({ jobOrderId }) => jobOrderId))];
  const maybe = root.kind === "lot" ? (known.mayHaveTaken.get(root.id) ?? []) : [];
  const made = await lotsMadeByOrders(db, orders);
  const next = await nextOperations(db, orders);
  const goOn = [...made.map(({ jobOrderId }) => jobOrderId), ...next.map((row) => row.previousJobOrderId)];
  return affectedTotals(affected, {
    units: await readUnitsOfOrders(db, orders, vocabulary),
    goOn: new Set(goOn),
    orders: await readTreeOrders(db, [...new Set([...orders, ...maybe])]),
    silent: known.silent,
  });
}

async function affectedBy(
  { db, vocabulary, known }: Gathering,
  { kind, id }: TreeThing,
): Promise<readonly AffectedPieces[]> {
  switch (kind) {
    case "lot":
      return readAffectedPieces(db, [id], vocabulary);
    case "order": {
      const own = [...(await readTraces(db, [id], vocabulary)).values()].map((trace) => ({
        ...trace,
        fromPieces: 0,
        toPieces: producedOf(trace.sums),
        viaLotId: "",
        depth: 1,
      }));
      const made = (await lotsMadeByOrders(db, [id])).map(({ lotId }) => lotId);
      return [...own, ...(await readAffectedPieces(db, made, vocabulary))];
    }
    case "unit":
      return (known.units.get(id)?.packings ?? []).map(({ jobOrderId, quantity }) =>
        pieceRange(jobOrderId, quantity),
      );
    case "serial":
      return (known.serials.get(id) ?? []).map(({ jobOrderId }) => pieceRange(jobOrderId, 1));
    default:
      return [];
  }
}

/** Of what is packed the places in the order are not known; only how many there are. */
function pieceRange(jobOrderId: string, quantity: number): AffectedPieces {
  return {
    jobOrderId,
    stationId: "",
    workUnit: "",
    fromPieces: 0,
    toPieces: quantity,
    viaLotId: "",
    depth: 1,
  };
}
