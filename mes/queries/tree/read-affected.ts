import { type AffectedPieces, distinctPieces } from "../../../shared/domain/genealogy/recall.ts";
import type { TreeThing } from "../../../shared/domain/genealogy/tree-thing.ts";
import type { TreePage } from "../../../shared/protocol/tree-page.ts";
import { lotsMadeByOrders } from "../../repositories/lot-repository.ts";
import { type Affected, readAffectedPieces } from "../read-affected-pieces.ts";
import { readUnitsOfOrders } from "../read-packed.ts";
import { readRouteLinks } from "../route-links.ts";
import { affectedTotals } from "./affected-totals.ts";
import type { Gathering } from "./gather-known.ts";
import { readTreeOrders } from "./tree-orders.ts";

/** All pieces that the start of a tree got into, to the end of the recall list and not only as deep as the tree is drawn. */
export async function readAffected(gathering: Gathering, root: TreeThing): Promise<TreePage["affected"]> {
  const { db, vocabulary, known } = gathering;
  const { affected, pieces } = await affectedBy(gathering, root);
  const orders = [...new Set(affected.map(({ jobOrderId }) => jobOrderId))];
  const maybe = root.kind === "lot" ? (known.mayHaveTaken.get(root.id) ?? []) : [];
  const made = await lotsMadeByOrders(db, orders);
  const links = await readRouteLinks(db, orders);
  const goOn = [
    ...made.map(({ jobOrderId }) => jobOrderId),
    ...links.map((link) => (link.repairs === null ? link.previousJobOrderId : link.jobOrderId)),
  ];
  return affectedTotals(
    { affected, pieces },
    {
      units: await readUnitsOfOrders(db, orders, vocabulary),
      goOn: new Set(goOn.filter((jobOrderId) => jobOrderId !== null)),
      orders: await readTreeOrders(db, [...new Set([...orders, ...maybe])]),
      silent: known.silent,
    },
  );
}

async function affectedBy({ db, vocabulary, known }: Gathering, { kind, id }: TreeThing): Promise<Affected> {
  switch (kind) {
    case "lot":
      return readAffectedPieces(db, { lotIds: [id] }, vocabulary);
    case "order":
      return readAffectedPieces(db, { jobOrderIds: [id] }, vocabulary);
    case "unit":
      return ofRanges(
        (known.units.get(id)?.packings ?? []).map(({ jobOrderId, quantity }) =>
          pieceRange(jobOrderId, quantity),
        ),
      );
    case "serial":
      return ofRanges((known.serials.get(id) ?? []).map(({ jobOrderId }) => pieceRange(jobOrderId, 1)));
    default:
      return ofRanges([]);
  }
}

function ofRanges(affected: readonly AffectedPieces[]): Affected {
  return { affected, pieces: distinctPieces(affected) };
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
