import type { ListKind } from "../../shared/protocol/directive.ts";
import type { Upload } from "../../shared/protocol/messages.ts";
import type { BillOfMaterial, Routing } from "../import/product.ts";

/** A body of master data as it was sent; checked against its schema before it gets here. */
export type Body = Readonly<Record<string, unknown>>;

export interface StationRegistration {
  readonly stationId: string;
  readonly workUnit: string;
  /** Left out in commands from before a terminal could stand for several. */
  readonly otherWorkUnits?: readonly string[];
  readonly machineName: string;
  /** SHA-256 of the station's token. */
  readonly tokenHash: string;
}

/** What a planner does to one order, whether or not somebody works on it. */
export type PlannerAct =
  | { readonly act: "hold"; readonly reason: string }
  | { readonly act: "release" }
  | { readonly act: "cut"; readonly plannedQuantity: number }
  | { readonly act: "cancel" | "abort"; readonly reason: string }
  /** To change places with its neighbour in the queue. */
  | { readonly act: "up" }
  | { readonly act: "down" };

/**
 * Everything that changes what the MES knows. A command carries its time and no randomness, so that carrying it out
 * again on an older copy of the database leads to the same rows: that is what the ingress file is replayed for.
 */
export type Command = { readonly atUtc: string } & (
  | { readonly kind: "ingest-batch"; readonly stationId: string; readonly upload: Upload }
  | { readonly kind: "import-job-orders"; readonly jobOrders: readonly Body[] }
  | { readonly kind: "cancel-job-order"; readonly jobOrderId: string }
  | {
      readonly kind: "import-products";
      readonly routings: readonly Routing[];
      readonly boms: readonly BillOfMaterial[];
    }
  | { readonly kind: "plan-lot"; readonly lotId: string; readonly hold: string | null }
  | { readonly kind: "plan-job-order"; readonly jobOrderId: string; readonly plan: PlannerAct }
  | {
      readonly kind: "import-master-data";
      readonly dataKind: ListKind;
      readonly items: readonly Body[];
      readonly remove: readonly string[];
    }
  | { readonly kind: "finish-maintenance"; readonly maintenanceOrderId: string }
  | { readonly kind: "close-attention"; readonly attentionId: string }
  | { readonly kind: "register-station"; readonly station: StationRegistration }
  | { readonly kind: "name-plant"; readonly plantName: string }
);

export type CommandKind = Command["kind"];
export type CommandOf<Kind extends CommandKind> = Extract<Command, { kind: Kind }>;
