import { describe, expect, test } from "vitest";
import { decideSignIn } from "../people/decide.ts";
import { freshHistory, type History, record } from "../testing/history.ts";
import { sampleMasterData as master } from "../testing/sample-plant.ts";
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
  decideFactor({ state: history.state, master }, [press], { machineId: "press", signalId, piecesPerCount });

const withPerson = (personId: string): History => {
  const signedIn = decideSignIn(master, personId, "badge");
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  return record(freshHistory, signedIn.value, personId);
};
const withLead = withPerson("P-1003");

describe("pieces of one count", () => {
  test("MC-6 each setting is a version that names what it replaces; the same again is none", () => {
    const first = set(withLead, 3);
    if (!first.ok) throw new Error(first.refusal.code);
    expect(first.value).toMatchObject([{ payload: { piecesPerCount: 3, was: 4, factorVersion: 1 } }]);
    const three = record(withLead, first.value);
    expect(set(three, 3)).toMatchObject({ ok: true, value: [] });
    expect(set(three, 2)).toMatchObject({ value: [{ payload: { was: 3, factorVersion: 2 } }] });
  });

  test("MC-6 what counts nothing has no factor", () => {
    expect(set(withLead, 2, "force")).toMatchObject({ refusal: { code: "unknown-counter" } });
  });

  test("MC-6 only a lead or a setter says how many pieces a count is", () => {
    expect(set(freshHistory, 3)).toMatchObject({ refusal: { code: "nobody-signed-in" } });
    expect(set(withPerson("P-1001"), 3)).toMatchObject({ refusal: { code: "setter-only" } });
  });
});
