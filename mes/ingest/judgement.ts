import type { ParkingCode, RejectionCode } from "../../shared/protocol/messages.ts";
import type { Effect } from "./effect.ts";

/** What the MES makes of one event (I-16). Every judgement is stored and acknowledged, so no queue stands still. */
export type Judgement =
  | { readonly verdict: "applied"; readonly effects: readonly Effect[] }
  | { readonly verdict: "rejected"; readonly code: RejectionCode; readonly effects: readonly Effect[] }
  | { readonly verdict: "parked"; readonly code: ParkingCode; readonly effects: readonly Effect[] };

export function applied(...effects: readonly Effect[]): Judgement {
  return { verdict: "applied", effects };
}

export function rejected(code: RejectionCode, ...effects: readonly Effect[]): Judgement {
  return { verdict: "rejected", code, effects };
}

export function parked(code: ParkingCode, ...effects: readonly Effect[]): Judgement {
  return { verdict: "parked", code, effects };
}
