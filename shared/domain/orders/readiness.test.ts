import { describe, expect, test } from "vitest";
import type { MasterData } from "../master-data.ts";
import { freshHistory, type History, record } from "../testing/history.ts";
import { sampleMasterData as master } from "../testing/sample-plant.ts";
import type { JobOrder } from "./job-order.ts";
import { type ReadinessCode, readinessCodes, readinessOf, startBlocker } from "./readiness.ts";

const NOW = "2026-11-23T06:00:00.000Z";
const HOLD = { reason: "Q-7", sinceUtc: NOW };

const order = (change: Partial<JobOrder> = {}): JobOrder => {
  const found = master["job-order"].get("4711");
  if (found === undefined) throw new Error("no order");
  return { ...found, materials: [], plannedQuantity: 100, ...change };
};
const needs = (itemId: string): Partial<JobOrder> => ({
  materials: [{ itemId, name: itemId, location: "A1" }],
});

const withLots = (change: { hold?: string; expiresUtc?: string }): MasterData => {
  const lots = [...master.lot].map(([id, lot]) => [id, { ...lot, ...change }] as const);
  return { ...master, lot: new Map(lots) };
};
const qualified: MasterData = {
  ...master,
  person: new Map(
    [...master.person].map(([id, person]) => [id, { ...person, qualificationIds: ["TURN-2"] }] as const),
  ),
};
const here = record(freshHistory, [
  { type: "person.signed-in", jobOrder: null, payload: { personId: "P-1001", method: "badge" } },
]);

function worn(cycles: number): History {
  const count = { machineId: "lathe", signalId: "parts", delta: 0, scrap: 0, cycles, piecesPerCount: 1 };
  const reading = { counter: cycles, previous: 0, kind: "advance", sourceUtc: null, statusCode: 0 } as const;
  const payload = { ...count, ...reading, toolIds: ["T4"] };
  return record(freshHistory, [{ type: "parts.counted", jobOrder: null, payload }]);
}

/** An operation that another one hands on to. */
function after({ handedOn }: { readonly handedOn: number }): Partial<JobOrder> {
  const route = {
    productionOrderId: "P-1",
    sequence: 20,
    previousJobOrderId: "P-1-10",
    transferQuantity: 24,
  };
  return { route, upstream: { handedOn, returned: 0, isFinished: false, asOfUtc: NOW } };
}

interface Case {
  readonly order: JobOrder;
  readonly history?: History;
  readonly master?: MasterData;
  readonly gaugeIds?: readonly string[];
  readonly activeProgram?: string;
}

const cases: readonly (readonly [ReadinessCode, "ready" | "attention" | "blocked" | "unknown", Case])[] = [
  ["released", "ready", { order: order() }],
  ["blocked-by-planner", "blocked", { order: order({ blockedBy: "operation 20" }) }],
  ["held-by-planner", "blocked", { order: order({ hold: HOLD }) }],
  ["upstream-ready", "ready", { order: order(after({ handedOn: 48 })) }],
  ["upstream-nothing", "blocked", { order: order(after({ handedOn: 0 })) }],
  ["upstream-unknown", "unknown", { order: order({ ...after({ handedOn: 0 }), upstream: null }) }],
  ["material-ready", "ready", { order: order(needs("RING-40")) }],
  ["material-unknown", "unknown", { order: order(needs("NEVER-SEEN")) }],
  ["material-held", "blocked", { order: order(needs("RING-40")), master: withLots({ hold: "Q-1" }) }],
  [
    "material-expired",
    "blocked",
    { order: order(needs("RING-40")), master: withLots({ expiresUtc: "2020-01-01T00:00:00.000Z" }) },
  ],
  ["tool-ready", "ready", { order: order() }],
  ["tool-low", "attention", { order: order(), history: worn(350) }],
  ["tool-worn", "attention", { order: order(), history: worn(400) }],
  ["tool-worn", "blocked", { order: order({ requires: { toolIds: ["T4"] } }), history: worn(400) }],
  ["tool-unknown", "blocked", { order: order({ requires: { toolIds: ["T99"] } }) }],
  ["program-ready", "ready", { order: order({ requires: { programId: "O1" } }), activeProgram: "O1" }],
  ["program-other", "attention", { order: order({ requires: { programId: "O1" } }), activeProgram: "O2" }],
  ["program-not-checked", "unknown", { order: order({ requires: { programId: "O1" } }) }],
  ["document-not-checked", "unknown", { order: order({ requires: { documentIds: ["D-1"] } }) }],
  [
    "qualified",
    "ready",
    { order: order({ requires: { qualificationIds: ["TURN-2"] } }), history: here, master: qualified },
  ],
  [
    "not-qualified",
    "blocked",
    { order: order({ requires: { qualificationIds: ["TURN-2"] } }), history: here },
  ],
  ["nobody-signed-in", "unknown", { order: order({ requires: { qualificationIds: ["TURN-2"] } }) }],
  ["gauge-ready", "ready", { order: order({ requires: { gaugeIds: ["MIT-07"] } }), gaugeIds: ["MIT-07"] }],
  ["gauge-missing", "attention", { order: order({ requires: { gaugeIds: ["MIT-07"] } }) }],
];

describe("readiness", () => {
  test.each(cases)("OR-7 %s is %s", (code, state, given) => {
    const known = { state: (given.history ?? freshHistory).state, master: given.master ?? master };
    const { gaugeIds = [], activeProgram = null } = given;
    const found = readinessOf(known, given.order, { nowUtc: NOW, dataOfUtc: NOW, gaugeIds, activeProgram });
    expect(found.find((one) => one.code === code)?.state).toBe(state);
    const isStations = state === "blocked" && !code.endsWith("by-planner");
    expect(startBlocker(known, given.order, { nowUtc: NOW, dataOfUtc: NOW })?.code).toBe(
      isStations ? code : undefined,
    );
  });

  test("OR-7 every code is reached by a test", () => {
    const reached = new Set(cases.map(([code]) => code));
    expect(readinessCodes.filter((code) => !reached.has(code))).toEqual([]);
  });
});
