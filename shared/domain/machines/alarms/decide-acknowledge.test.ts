import { describe, expect, test } from "vitest";
import { decideSignIn } from "../../people/decide.ts";
import { refusalCodes } from "../../refusal.ts";
import { freshHistory, type History, record } from "../../testing/history.ts";
import { sampleMasterData as master } from "../../testing/sample-plant.ts";
import { decideAcknowledge, refusalOfOutcome } from "./decide-acknowledge.ts";
import { acknowledgeOutcome } from "./events.ts";
import type { PresentAlarm } from "./present-alarm.ts";

const jam: PresentAlarm = {
  machineId: "lathe",
  alarmId: "alarms:jam#2041",
  sourceId: "alarms",
  name: "Alarm 2041",
  text: "Chip conveyor overload",
  severity: 800,
  sinceUtc: "2026-06-10T08:00:00.000Z",
  isGone: false,
  came: "2026-06-10T08:00:00.000Z",
  occurrence: "aa",
  takenBy: "machine",
  isAcknowledgedThere: false,
  knownBy: ["2041"],
};

const signedIn = decideSignIn(master, "P-1001", "badge");
const withOperator = record(freshHistory, signedIn.ok ? signedIn.value : [], "P-1001");

function decide(history: History, alarm: PresentAlarm | undefined, over = {}) {
  const context = { occurrence: "aa", isConnected: true, machineName: "Lathe", ...over };
  return decideAcknowledge({ state: history.state, master }, alarm, context);
}

/** It was acknowledged by the operator, and the machine has not answered yet. */
function seen(alarm: PresentAlarm): History {
  const decided = decide(withOperator, alarm, { occurrence: alarm.occurrence });
  if (!decided.ok) throw new Error(decided.refusal.code);
  return record(withOperator, decided.value, "P-1001");
}

const atStation: PresentAlarm = {
  ...jam,
  takenBy: "station",
  occurrence: jam.came,
  isAcknowledgedThere: null,
};
const here = { occurrence: jam.came };

describe("an acknowledgement", () => {
  test.each([
    ["alarm-over", "what is not there any more", withOperator, undefined, {}],
    [
      "alarm-acknowledged",
      "what the machine's panel has acknowledged",
      withOperator,
      { isAcknowledgedThere: true },
      {},
    ],
    ["alarm-acknowledged", "what the machine is being told", seen(jam), {}, {}],
    ["alarm-changed", "what is not what was shown", withOperator, { occurrence: "bb" }, {}],
    ["machine-offline", "what the machine cannot be told", withOperator, {}, { isConnected: false }],
  ] as const)("AK-3 is refused: %s, %s", (code, _why, history, change, over) => {
    const alarm = change === undefined ? undefined : { ...jam, ...change };
    expect(decide(history, alarm, over)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("AK-1 needs a person", () => {
    expect(decide(freshHistory, jam)).toMatchObject({ ok: false });
  });

  test("AK-7 of the station alone needs no machine, and the next coming is another one", () => {
    expect(decide(withOperator, atStation, { ...here, isConnected: false })).toMatchObject({ ok: true });
    const done = seen(atStation);
    expect(decide(done, atStation, here)).toMatchObject({ refusal: { code: "alarm-acknowledged" } });
    const next = { ...atStation, came: "later", occurrence: "later" };
    expect(decide(done, next, { occurrence: "later" })).toMatchObject({ ok: true });
  });

  test("AK-5 each answer but a yes has a sentence of its own", () => {
    const codes = acknowledgeOutcome.options.map(
      (outcome) => refusalOfOutcome({ outcome, status: "BadX" })?.code ?? "taken",
    );
    expect(codes.filter((code) => code === "taken")).toHaveLength(2);
    const told = codes.filter((code) => code !== "taken");
    expect(told).toHaveLength(new Set(told).size);
    expect(new Set(told)).toEqual(new Set(refusalCodes.filter((code) => code.startsWith("acknowledge-"))));
  });
});
