import type { ValueSink } from "../devices/opcua/value-sink.ts";

/** Each value to one and to the other. */
export function bothSinks(one: ValueSink, other: ValueSink): ValueSink {
  return {
    number(slot, value, status, times) {
      one.number(slot, value, status, times);
      other.number(slot, value, status, times);
    },
    text(slot, text, status, times) {
      one.text(slot, text, status, times);
      other.text(slot, text, status, times);
    },
    interrupted(machineId, cause) {
      one.interrupted(machineId, cause);
      other.interrupted(machineId, cause);
    },
    heard(machineId) {
      one.heard(machineId);
      other.heard(machineId);
    },
  };
}
