import { describe, expect, test } from "vitest";
import type { Reason } from "../../../shared/domain/stops/reason.ts";
import type { Stop } from "../../../shared/domain/stops/stop.ts";
import { likelyReasons } from "./likely-reasons.ts";

const reason = (reasonCode: string, rank: number, kind: Reason["kind"] = "pause"): [string, Reason] => [
  reasonCode,
  {
    ...{ reasonCode, kind, rank },
    name: { en: reasonCode, de: reasonCode, da: reasonCode, pl: reasonCode },
  },
];
const master = {
  reason: new Map([
    reason("other", 4),
    reason("chips", 3),
    reason("material", 2),
    reason("tool", 1),
    reason("burr", 1, "scrap"),
  ]),
};

const at = {
  atUtc: "2026-06-10T08:00:00.000Z",
  monoNs: "0",
  bootId: "boot",
  clockState: "trusted",
} as const;

function stop(turn: number, reasonCode: string | null, { alarm = "", machineId = "lathe" } = {}): Stop {
  const cause = { signalId: alarm, kind: "alarm", name: alarm, text: alarm, beforeMs: 0 } as const;
  return {
    ...{ stopId: `stop-${turn}`, turn, machineId, reasonCode, cause: "machine", state: "stopped" },
    ...{ jobOrderId: "4711", sinceUtc: at.atUtc, since: at, isMicro: false },
    ...{ endUtc: null, durationMs: null },
    causes: alarm === "" ? [] : [cause],
  };
}

describe("the likely reasons of a stop", () => {
  test("MS-17 under the same alarm come before frequent ones, and each says how often it was given", () => {
    const stops = [
      ...[stop(1, "material"), stop(2, "material"), stop(3, "material")],
      ...[stop(4, "chips", { alarm: "conveyor" }), stop(5, "other", { machineId: "press" })],
    ];
    expect(likelyReasons(stop(6, null, { alarm: "conveyor" }), stops, master)).toMatchObject([
      { reasonCode: "chips", evidence: { basis: "same-alarm", times: 1, of: 1 } },
      { reasonCode: "material", evidence: { basis: "all-stops", times: 3, of: 4 } },
      { reasonCode: "tool", evidence: null },
    ]);
  });

  test("MS-17 a first stop has the catalogue's own order and no evidence", () => {
    expect(likelyReasons(stop(1, null), [], master)).toMatchObject([
      { reasonCode: "tool", evidence: null },
      { reasonCode: "material", evidence: null },
      { reasonCode: "chips", evidence: null },
    ]);
  });
});
