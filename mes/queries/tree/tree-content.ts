import type { GrownNode } from "../../../shared/domain/genealogy/grow-tree.ts";
import { looseOf, type TreeFacts } from "../../../shared/domain/genealogy/tree-facts.ts";
import { treeKey } from "../../../shared/domain/genealogy/tree-thing.ts";
import { lotHold } from "../../../shared/domain/materials/lot.ts";
import { piecesIn } from "../../../shared/domain/packing/packing-unit.ts";
import type { TreeContent, TreeNode } from "../../../shared/protocol/tree-page.ts";
import type { TreeKnown } from "./tree-known.ts";
import { orderHold, silentAbout } from "./tree-orders.ts";

/** A node with what a reader wants to know of it. */
export function treeNode(node: GrownNode, known: TreeKnown, facts: TreeFacts): TreeNode {
  const content = contentOf(node, known, facts);
  const key = treeKey(node.thing);
  const hold = holdOf(content, known);
  const isPending = content.kind === "unreported" || isUnreportedOrder(content, known);
  const standing = hold !== null ? "held" : isPending ? "pending" : "known";
  return { key, column: node.column, standing, hold, content };
}

function isUnreportedOrder(content: TreeContent, { unreported }: TreeKnown): boolean {
  return content.kind === "order" && unreported.has(content.jobOrderId);
}

/** A box is held with the order that it was packed for. */
function holdOf(content: TreeContent, known: TreeKnown): string | null {
  switch (content.kind) {
    case "lot":
    case "stock": {
      const lot = known.lots.get(content.lotId);
      return lot === undefined ? null : lotHold(lot);
    }
    case "order":
    case "loose": {
      const order = known.orders.get(content.jobOrderId);
      return order === undefined ? null : orderHold(order);
    }
    case "unit": {
      const order = known.orders.get(known.units.get(content.unitId)?.jobOrderId ?? "");
      return order === undefined ? null : orderHold(order);
    }
    case "supplier-lot":
    case "serial":
    case "unreported":
    case "more":
      return null;
    default:
      return content satisfies never;
  }
}

function contentOf({ thing, hidden }: GrownNode, known: TreeKnown, facts: TreeFacts): TreeContent {
  const { kind, id } = thing;
  switch (kind) {
    case "supplier-lot":
      return { kind, supplierLot: id, supplier: supplierOf(id, known) };
    case "lot":
      return lotContent(id, known);
    case "order":
      return orderContent(id, known);
    case "unit":
      return unitContent(id, known);
    case "serial":
      return serialContent(id, known);
    case "stock": {
      const lot = known.lots.get(id);
      return {
        kind,
        lotId: id,
        amount: known.rests.get(id) ?? null,
        unit: lot?.unit ?? "",
        location: lot?.location ?? null,
      };
    }
    case "loose": {
      const workUnit = known.orders.get(id)?.jobOrder?.workUnit ?? "";
      return { kind, jobOrderId: id, workUnit, pieces: looseOf(facts, id) };
    }
    case "unreported":
      return unreportedContent(id, known);
    case "more":
      return { kind, count: hidden };
    default:
      return kind satisfies never;
  }
}

function supplierOf(supplierLot: string, { lots }: TreeKnown): string | null {
  for (const lot of lots.values()) if (lot?.supplierLot === supplierLot) return lot.supplier ?? null;
  return null;
}

function lotContent(lotId: string, { lots, rests }: TreeKnown): TreeContent {
  const lot = lots.get(lotId);
  return {
    kind: "lot",
    lotId,
    itemName: lot?.item.name ?? null,
    supplier: lot?.supplier ?? null,
    amount: lot === undefined ? null : String(lot.quantity),
    unit: lot?.unit ?? "",
    rest: rests.get(lotId) ?? null,
  };
}

function orderContent(jobOrderId: string, { orders }: TreeKnown): TreeContent {
  const order = orders.get(jobOrderId);
  const { number = "", name = "" } = order?.jobOrder?.operation ?? {};
  return {
    kind: "order",
    jobOrderId,
    itemName: order?.jobOrder?.item.name ?? null,
    operation: `${number} ${name}`.trim(),
    workUnit: order?.jobOrder?.workUnit ?? "",
    plannedQuantity: order?.jobOrder?.plannedQuantity ?? null,
    good: order?.good ?? 0,
    scrap: order?.scrap ?? 0,
    rework: order?.rework ?? 0,
    state: order?.state ?? null,
    stations: order?.stations.map(({ stationId }) => stationId) ?? [],
    repairs: order?.jobOrder?.reworkOf?.jobOrderId ?? null,
  };
}

function unitContent(unitId: string, { units }: TreeKnown): TreeContent {
  const unit = units.get(unitId);
  return {
    kind: "unit",
    unitId,
    unitKind: unit?.kind ?? "box",
    sscc: unit?.sscc ?? null,
    voidSsccs: [...(unit?.voidSsccs ?? [])],
    itemName: unit?.itemName ?? "",
    customerName: unit?.customerName ?? null,
    pieces: unit === undefined ? 0 : piecesIn(unit),
  };
}

function serialContent(serial: string, { serials }: TreeKnown): TreeContent {
  const [first] = serials.get(serial) ?? [];
  return {
    kind: "serial",
    serial,
    jobOrderId: first?.jobOrderId ?? "",
    stationId: first?.stationId ?? "",
    piece: first?.piece ?? 0,
  };
}

function unreportedContent(jobOrderId: string, { orders, silent, unreported }: TreeKnown): TreeContent {
  const order = orders.get(jobOrderId);
  const station = order === undefined ? undefined : silentAbout(order, silent);
  return {
    kind: "unreported",
    jobOrderId,
    stationId: station?.stationId ?? "",
    lastContactUtc: station?.lastContactUtc ?? null,
    pieces: unreported.get(jobOrderId) ?? 0,
  };
}
