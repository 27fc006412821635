import type { EventType } from "./event.ts";

type Payload = Readonly<Record<string, unknown>>;

/** What older versions of a type lacked, first version first. A type without an entry is at version 1. */
const upcasts: Partial<Record<EventType, readonly ((payload: Payload) => Payload)[]>> = {
  "parts.counted": [
    (payload) => ({
      machineId: ONLY_MACHINE,
      scrap: 0,
      cycles: payload.delta,
      piecesPerCount: 1,
      ...payload,
    }),
  ],
  "machine.state-changed": [
    (payload) => ({
      ...payload,
      machineId: ONLY_MACHINE,
      workUnit: null,
      state: stateOfVersion1(payload.state),
      was: stateOfVersion1(payload.was),
      basis: payload.state === "no-signal" ? "silence" : "signal",
      raw: typeof payload.raw === "number" ? String(payload.raw) : null,
      agoMs: 0,
      impliesStop: payload.state === "stopped",
    }),
  ],
  "quantity.reversed": [(payload) => ({ quantity: null, how: "undo", ...payload })],
  "material.loaded": [
    (payload) => ({
      unit: "",
      revision: null,
      quantityPerPiece: null,
      backflush: false,
      atPieces: null,
      formerLotId: null,
      ...payload,
      quantity: typeof payload.quantity === "number" ? String(payload.quantity) : payload.quantity,
    }),
  ],
  "machine.gap-recorded": [(payload) => ({ machineId: ONLY_MACHINE, ...payload })],
};

/** A station of version 1 watched one machine, which had no name. */
export const ONLY_MACHINE = "machine";

function stateOfVersion1(state: unknown): unknown {
  return state === "no-signal" ? "no-data" : state;
}

/** The version in which events of this type are written. */
export function eventVersion(type: EventType): number {
  return (upcasts[type]?.length ?? 0) + 1;
}

/** A payload of any older version in the form of the newest; what is no object comes back as it is, for its schema to refuse. */
export function upcastPayload(type: EventType, version: number, payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return payload;
  const steps = upcasts[type]?.slice(version - 1) ?? [];
  return steps.reduce<Payload>((older, step) => step(older), { ...payload });
}
