import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EventType, eventSchemas, type RecordedEvent } from "./event.ts";
import { eventVersion, upcastPayload } from "./event-versions.ts";
import { evolveAll } from "./evolve.ts";
import { emptyState } from "./station-state.ts";
import { eventIdOf, instantAt } from "./testing/history.ts";

const started = { countAuthority: "machine", plannedQuantity: 600 };
const turned = (state: string, was: string) => ({ state, was, raw: 6, sourceUtc: null });
const counted = {
  signalId: "part-count",
  delta: 7,
  counter: 107,
  previous: 100,
  kind: "advance",
  toolIds: ["T4"],
  sourceUtc: null,
  statusCode: 0,
};

/** A journal as the first version wrote it. */
const journal: readonly (readonly [EventType, object])[] = [
  ["order.started", started],
  ["machine.state-changed", turned("running", "no-signal")],
  ["parts.counted", counted],
  ["machine.state-changed", turned("stopped", "running")],
  ["machine.state-changed", turned("running", "stopped")],
  ["machine.state-changed", { ...turned("no-signal", "running"), raw: null }],
];

function read([type, payload]: readonly [EventType, object], index: number): RecordedEvent {
  const parsed = eventSchemas[type].parse(upcastPayload(type, 1, payload));
  const rest = { eventId: eventIdOf(index + 1), at: instantAt(index * 60_000), actor: null };
  return { type, payload: parsed, jobOrder: "4711", ...rest } as RecordedEvent;
}

describe("versions of events", () => {
  test("I-15 a journal of version 1 folds: counts, tool, states, and the stop that its state implied", () => {
    const { state } = evolveAll(emptyState(), journal.map(read));
    expect(state.jobOrder.get("4711")).toMatchObject({ counted: 7, scrap: 0 });
    expect(state.tool.get("T4")?.usedCycles).toBe(7);
    expect(state.machine.get("machine")).toMatchObject({ state: "no-data" });
    expect([...state.stop.values()]).toMatchObject([{ cause: "machine", durationMs: 60_000 }]);
    expect(state.counter.get("machine/part-count")).toMatchObject({ counter: 107 });
  });

  test("I-15 what is of the newest version already stays as it is", () => {
    const payload = { any: "thing" };
    for (const type of Object.keys(eventSchemas) as EventType[]) {
      expect(upcastPayload(type, eventVersion(type), payload)).toEqual(payload);
    }
  });

  test("I-15 whatever stands in an old entry is brought up or left for its schema to refuse, never thrown at", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(eventSchemas) as EventType[])),
        fc.integer({ min: 1, max: 5 }),
        fc.jsonValue(),
        (type, version, payload) => {
          expect(() => upcastPayload(type, version, payload)).not.toThrow();
        },
      ),
    );
  });
});
