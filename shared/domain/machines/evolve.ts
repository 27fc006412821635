import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { MACHINE_KEY } from "./machine-status.ts";

export function evolveMachines(_state: StationState, event: RecordedEvent): readonly RowChange[] {
  switch (event.type) {
    case "parts.counted": {
      const { signalId, counter, sourceUtc } = event.payload;
      return [{ area: "counter", id: signalId, row: { signalId, counter, at: event.at, sourceUtc } }];
    }
    case "machine.state-changed":
      return [
        { area: "machine", id: MACHINE_KEY, row: { state: event.payload.state, sinceUtc: event.at.atUtc } },
      ];
    default:
      return [];
  }
}
