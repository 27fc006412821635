import { goodQuantity } from "../orders/job-order-progress.ts";
import type { RepairedPieces } from "../orders/repaired-pieces.ts";
import type { TracedUnit } from "../packing/fold-units.ts";
import type { Neighbours } from "./grow-tree.ts";
import { backwardOf, forwardOf, type LotUsage } from "./lot-usage.ts";
import { distinctPieces } from "./recall.ts";
import type { TreeSide, TreeStep, TreeThing } from "./tree-thing.ts";
import { treeKey } from "./tree-thing.ts";
import type { Genealogy } from "./work-trace.ts";

export interface TreeLot {
  readonly madeByJobOrderId: string | null;
  /** Number of the lot at its supplier. */
  readonly supplierLot: string | null;
  /** By calculation something of it is left. */
  readonly hasRest: boolean;
}

/** A piece by its own number. */
export interface TreeSerial {
  readonly jobOrderId: string;
  readonly stationId: string;
  readonly piece: number;
  readonly unitId: string | null;
}

/** What is known around a part of a tree. All maps by the id of the thing. */
export interface TreeFacts {
  readonly genealogy: Genealogy;
  readonly lots: ReadonlyMap<string, TreeLot>;
  readonly units: ReadonlyMap<string, TracedUnit>;
  readonly serials: ReadonlyMap<string, readonly TreeSerial[]>;
  /** The operation before an order, where its route names one. */
  readonly previousOperation: ReadonlyMap<string, string>;
  /** By the rework order: it takes pieces of another order, which get them back. */
  readonly repairs: ReadonlyMap<string, RepairedPieces>;
  /** Orders of a station that does not speak: so many pieces may have been made that nobody knows of. */
  readonly unreported: ReadonlyMap<string, number>;
  /** Orders that need the item of a lot at a station that does not speak: they may have taken it. */
  readonly mayHaveTaken: ReadonlyMap<string, readonly string[]>;
  /** Neighbours of a thing, by its key, that were too many to be read. */
  readonly beyond: ReadonlyMap<string, number>;
}

/** Neighbours of a thing on one side; what is forth of one thing has it back, for lots, orders and units. */
export function neighboursOf(facts: TreeFacts, thing: TreeThing, side: TreeSide): Neighbours {
  const steps = side === "back" ? stepsBack(facts, thing) : stepsForth(facts, thing);
  return { steps, beyond: side === "forth" ? (facts.beyond.get(treeKey(thing)) ?? 0) : 0 };
}

function stepsBack(facts: TreeFacts, { kind, id }: TreeThing): readonly TreeStep[] {
  switch (kind) {
    case "lot":
      return lotBack(facts.lots.get(id));
    case "order":
      return [
        ...byThing(backwardOf(facts.genealogy, id), ({ lotId }) => ({ kind: "lot", id: lotId })),
        ...optional(facts.previousOperation.get(id), "order"),
        ...repairedBack(facts.repairs.get(id)),
      ];
    case "unit":
      return unitBack(facts.units.get(id));
    case "serial":
      return (facts.serials.get(id) ?? []).flatMap(({ jobOrderId, stationId, piece }) =>
        byThing(backwardOf(facts.genealogy, jobOrderId, { stationId, piece }), ({ lotId }) => ({
          kind: "lot",
          id: lotId,
        })).map((step) => ({ ...step, pieces: 1 })),
      );
    case "supplier-lot":
    case "stock":
    case "loose":
    case "unreported":
    case "more":
      return [];
    default:
      return kind satisfies never;
  }
}

function stepsForth(facts: TreeFacts, { kind, id }: TreeThing): readonly TreeStep[] {
  switch (kind) {
    case "supplier-lot":
      return lotsWhere(facts, ({ supplierLot }) => supplierLot === id);
    case "lot":
      return lotForth(facts, id);
    case "order":
      return orderForth(facts, id);
    case "unit":
      return [...facts.units.values()].flatMap((outer) =>
        outer.packings
          .filter(({ child }) => child?.unitId === id)
          .map(({ quantity }) => ({ thing: { kind: "unit", id: outer.unitId }, pieces: quantity }) as const),
      );
    case "serial":
      return (facts.serials.get(id) ?? []).flatMap(({ unitId }) => optional(unitId ?? undefined, "unit", 1));
    case "stock":
    case "loose":
    case "unreported":
    case "more":
      return [];
    default:
      return kind satisfies never;
  }
}

function lotBack(lot: TreeLot | undefined): readonly TreeStep[] {
  return [
    ...optional(lot?.madeByJobOrderId ?? undefined, "order"),
    ...optional(lot?.supplierLot ?? undefined, "supplier-lot"),
  ];
}

function lotForth(facts: TreeFacts, lotId: string): readonly TreeStep[] {
  const taken = byThing(forwardOf(facts.genealogy, lotId), ({ jobOrderId }) => ({
    kind: "order",
    id: jobOrderId,
  }));
  const known = new Set(taken.map(({ thing }) => thing.id));
  const maybe = (facts.mayHaveTaken.get(lotId) ?? []).filter((jobOrderId) => !known.has(jobOrderId));
  return [
    ...taken,
    ...maybe.flatMap((jobOrderId) => optional(jobOrderId, "order")),
    ...optional(facts.lots.get(lotId)?.hasRest === true ? lotId : undefined, "stock"),
  ];
}

function orderForth(facts: TreeFacts, jobOrderId: string): readonly TreeStep[] {
  const made = lotsWhere(facts, ({ madeByJobOrderId }) => madeByJobOrderId === jobOrderId);
  const next = [...facts.previousOperation].filter(([, previous]) => previous === jobOrderId);
  const packed = [...facts.units.values()].flatMap((unit) => packedOf(unit, jobOrderId));
  // What was repaired lies with the order that it belongs to.
  const isGone = made.length + next.length > 0 || facts.repairs.has(jobOrderId);
  const loose = isGone ? 0 : looseOf(facts, jobOrderId);
  const unreported = facts.unreported.get(jobOrderId);
  return [
    ...made,
    ...next.flatMap(([id]) => optional(id, "order")),
    ...packed,
    ...reworkForth(facts, jobOrderId),
    ...(loose > 0 ? optional(jobOrderId, "loose", loose) : []),
    ...(unreported === undefined ? [] : optional(jobOrderId, "unreported", unreported)),
  ];
}

function repairedBack(repair: RepairedPieces | undefined): readonly TreeStep[] {
  if (repair === undefined) return [];
  return [{ thing: { kind: "order", id: repair.jobOrderId }, pieces: repair.pieces, meaning: "repair" }];
}

function reworkForth({ repairs }: TreeFacts, jobOrderId: string): readonly TreeStep[] {
  return [...repairs]
    .filter(([, repaired]) => repaired.jobOrderId === jobOrderId)
    .map(([id, { pieces }]) => ({ thing: { kind: "order", id }, pieces, meaning: "repair" }));
}

/** Good pieces of an order, at all stations together, that stand in no box. */
export function looseOf({ genealogy, units }: TreeFacts, jobOrderId: string): number {
  let good = 0;
  for (const trace of genealogy.values()) {
    if (trace.jobOrderId === jobOrderId) good += goodQuantity(trace.sums);
  }
  for (const unit of units.values()) {
    for (const { pieces } of packedOf(unit, jobOrderId)) good -= pieces ?? 0;
  }
  return Math.max(0, good);
}

function packedOf(unit: TracedUnit, jobOrderId: string): readonly TreeStep[] {
  const own = unit.packings.filter((packing) => packing.child === null && packing.jobOrderId === jobOrderId);
  if (own.length === 0) return [];
  const pieces = own.reduce((sum, { quantity }) => sum + quantity, 0);
  return [{ thing: { kind: "unit", id: unit.unitId }, pieces }];
}

function unitBack(unit: TracedUnit | undefined): readonly TreeStep[] {
  const pieces = new Map<string, TreeStep>();
  for (const { jobOrderId, quantity, child } of unit?.packings ?? []) {
    const thing: TreeThing =
      child === null ? { kind: "order", id: jobOrderId } : { kind: "unit", id: child.unitId };
    const before = pieces.get(treeKey(thing))?.pieces ?? 0;
    pieces.set(treeKey(thing), { thing, pieces: before + quantity });
  }
  return [...pieces.values()];
}

function lotsWhere({ lots }: TreeFacts, accepts: (lot: TreeLot) => boolean): readonly TreeStep[] {
  return [...lots].flatMap(([lotId, lot]) => (accepts(lot) ? optional(lotId, "lot") : []));
}

function optional(
  id: string | undefined,
  kind: TreeThing["kind"],
  pieces: number | null = null,
): readonly TreeStep[] {
  return id === undefined ? [] : [{ thing: { kind, id }, pieces }];
}

/** A lot that was on the machine several times is one step with all of its pieces. */
function byThing(usages: readonly LotUsage[], thingOf: (usage: LotUsage) => TreeThing): readonly TreeStep[] {
  const groups = Map.groupBy(usages, (usage) => treeKey(thingOf(usage)));
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const ranges = rows.map((row) => ({ ...row, viaLotId: row.lotId, depth: 1 }));
    return [{ thing: thingOf(first), pieces: distinctPieces(ranges) }];
  });
}
