import { instantBefore } from "../../lib/instant-before.ts";
import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { counterKey } from "./part-counter.ts";

export function evolveMachines(_state: StationState, event: RecordedEvent): readonly RowChange[] {
  switch (event.type) {
    case "parts.counted": {
      const { machineId, signalId, counter, sourceUtc, split } = event.payload;
      const row = { signalId, counter, at: event.at, sourceUtc, ...(split && { split }) };
      return [{ area: "counter", id: counterKey(machineId, signalId), row }];
    }
    case "counting.factor-set": {
      const { machineId, signalId, piecesPerCount, factorVersion } = event.payload;
      return [
        { area: "countFactor", id: counterKey(machineId, signalId), row: { piecesPerCount, factorVersion } },
      ];
    }
    case "machine.state-changed": {
      const { machineId, workUnit, state, agoMs } = event.payload;
      const since = instantBefore(event.at, agoMs);
      const row = { machineId, workUnit, state, since, sinceUtc: since.atUtc };
      return [{ area: "machine", id: machineId, row }];
    }
    default:
      return [];
  }
}
