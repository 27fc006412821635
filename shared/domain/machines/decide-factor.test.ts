import { describe, expect, test } from "vitest";
import { freshHistory, type History, record } from "../testing/history.ts";
import { decideFactor } from "./decide-factor.ts";
import { machineMappingSchema } from "./mapping.ts";

const press = machineMappingSchema.parse({
  machineId: "press",
  name: "Press",
  workUnit: "PRESS-1",
  endpointUrl: "opc.tcp://press:4840",
  signals: [
    {
      signalId: "shots",
      node: "nsu=urn:p;s=Shots",
      meaning: "count-total",
      count: { piecesPerCount: 4 },
    },
    { signalId: "force", node: "nsu=urn:p;s=Force", meaning: "measure" },
  ],
});

const set = (history: History, piecesPerCount: number, signalId = "shots") =>
  decideFactor(history.state, [press], { machineId: "press", signalId, piecesPerCount });

describe("pieces of one count", () => {
  test("MC-6 each setting is a version that names what it replaces; the same again is none", () => {
    const first = set(freshHistory, 3);
    if (!first.ok) throw new Error(first.refusal.code);
    expect(first.value).toMatchObject([{ payload: { piecesPerCount: 3, was: 4, factorVersion: 1 } }]);
    const three = record(freshHistory, first.value);
    expect(set(three, 3)).toMatchObject({ ok: true, value: [] });
    expect(set(three, 2)).toMatchObject({ value: [{ payload: { was: 3, factorVersion: 2 } }] });
  });

  test("MC-6 what counts nothing has no factor", () => {
    expect(set(freshHistory, 2, "force")).toMatchObject({ refusal: { code: "unknown-counter" } });
  });
});
