import type { ValueSink } from "../devices/opcua/value-sink.ts";

/** Each value to one and to the other. */
export function bothSinks(one: ValueSink, other: ValueSink): ValueSink {
  return {
    number(slot, value, stamp) {
      one.number(slot, value, stamp);
      other.number(slot, value, stamp);
    },
    text(slot, text, stamp) {
      one.text(slot, text, stamp);
      other.text(slot, text, stamp);
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
