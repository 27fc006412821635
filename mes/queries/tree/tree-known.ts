import type { TreeFacts, TreeSerial } from "../../../shared/domain/genealogy/tree-facts.ts";
import type { WorkTrace } from "../../../shared/domain/genealogy/work-trace.ts";
import type { Lot } from "../../../shared/domain/materials/lot.ts";
import type { RepairedPieces } from "../../../shared/domain/orders/repaired-pieces.ts";
import type { TracedUnit } from "../../../shared/domain/packing/fold-units.ts";
import type { SilentStation } from "./silent-stations.ts";
import type { TreeOrder } from "./tree-orders.ts";

/** All that was read for one tree so far; grows while the tree grows. */
export interface TreeKnown {
  readonly silent: readonly SilentStation[];
  readonly genealogy: Map<string, WorkTrace>;
  /** undefined: asked for, and the planner never told of it. */
  readonly lots: Map<string, Lot | undefined>;
  readonly rests: Map<string, string | null>;
  readonly orders: Map<string, TreeOrder>;
  readonly units: Map<string, TracedUnit>;
  readonly serials: Map<string, readonly TreeSerial[]>;
  readonly previousOperation: Map<string, string>;
  readonly repairs: Map<string, RepairedPieces>;
  readonly unreported: Map<string, number>;
  readonly mayHaveTaken: Map<string, readonly string[]>;
  readonly beyond: Map<string, number>;
}

export function nothingKnown(silent: readonly SilentStation[]): TreeKnown {
  return {
    silent,
    genealogy: new Map(),
    lots: new Map(),
    rests: new Map(),
    orders: new Map(),
    units: new Map(),
    serials: new Map(),
    previousOperation: new Map(),
    repairs: new Map(),
    unreported: new Map(),
    mayHaveTaken: new Map(),
    beyond: new Map(),
  };
}

/** What the pure walk needs of it. */
export function treeFacts(known: TreeKnown, hasRest: (rest: string | null) => boolean): TreeFacts {
  const lots = [...known.lots].map(([lotId, lot]) => {
    const { madeByJobOrderId = null, supplierLot = null } = lot ?? {};
    return [
      lotId,
      { madeByJobOrderId, supplierLot, hasRest: hasRest(known.rests.get(lotId) ?? null) },
    ] as const;
  });
  return { ...known, lots: new Map(lots) };
}
