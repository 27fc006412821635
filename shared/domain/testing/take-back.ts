import { decideUndo } from "../orders/decide-undo.ts";
import { begunIn } from "../orders/rework-begun.ts";
import type { StationState } from "../station-state.ts";
import { sampleMasterData } from "./sample-plant.ts";

/** Takes a booking back at the sample plant, at a terminal of one place. */
export function takeBack(state: StationState, eventId: string, ageMs = 0): ReturnType<typeof decideUndo> {
  const known = { state, master: sampleMasterData, isBegunHere: begunIn(state) };
  return decideUndo(known, { eventId, ageMs });
}
