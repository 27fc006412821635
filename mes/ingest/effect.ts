import type { EventPayload } from "../../shared/domain/event.ts";
import type { MachineState } from "../../shared/domain/machines/machine-state.ts";
import type { CountAuthority } from "../../shared/domain/orders/job-order.ts";
import type { Attention } from "../../shared/protocol/attention.ts";
import type { StationOrder } from "./ingest-state.ts";

/** What one applied event changes at the MES. Quantities are deltas, so their sum knows no order (I-21). */
export type Effect =
  | {
      readonly kind: "progress";
      readonly jobOrderId: string;
      readonly counted: number;
      readonly good: number;
      readonly scrap: number;
      readonly rework: number;
      readonly countAuthority: CountAuthority | null;
    }
  | { readonly kind: "station-order"; readonly row: StationOrder }
  | { readonly kind: "measurement"; readonly payload: EventPayload<"measurement.recorded"> }
  | { readonly kind: "measurement-withdrawn"; readonly withdraws: string }
  | { readonly kind: "lot-used"; readonly lotId: string; readonly jobOrderId: string }
  /** A unit holds, or held, pieces of an order. */
  | {
      readonly kind: "unit-noted";
      readonly unitId: string;
      readonly jobOrderId: string;
      readonly sscc: string | null;
    }
  /** A piece of an order has a number of its own. */
  | {
      readonly kind: "serial-noted";
      readonly itemId: string;
      readonly serial: string;
      readonly jobOrderId: string;
    }
  | { readonly kind: "defect"; readonly payload: EventPayload<"defect.logged"> }
  /** Pieces that were booked as rework and go back to an earlier operation. */
  | {
      readonly kind: "rework-routed";
      readonly jobOrderId: string;
      readonly toJobOrderId: string;
      readonly quantity: number;
      readonly reasonCode: string | null;
    }
  /** Pieces of the booking that are taken back; null: all of it. */
  | { readonly kind: "reversal"; readonly reverses: string; readonly quantity: number | null }
  | {
      readonly kind: "machine-state";
      readonly machineId: string;
      /** It works the orders of the station: its state is that of the tile. */
      readonly isOfStation: boolean;
      readonly state: MachineState;
      readonly sinceUtc: string;
    }
  | { readonly kind: "attention-opened"; readonly attention: Attention }
  | { readonly kind: "attention-closed"; readonly id: string }
  | { readonly kind: "maintenance-raised"; readonly payload: EventPayload<"maintenance.raised"> }
  | { readonly kind: "tool-changed"; readonly toolId: string };

export function progressEffect(
  jobOrderId: string,
  delta: { counted?: number; good?: number; scrap?: number; rework?: number },
  countAuthority: CountAuthority | null = null,
): Effect {
  const none = { counted: 0, good: 0, scrap: 0, rework: 0 };
  return { kind: "progress", jobOrderId, countAuthority, ...none, ...delta };
}
