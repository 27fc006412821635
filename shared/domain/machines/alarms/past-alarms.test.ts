import { describe, expect, test } from "vitest";
import type { MachineInputOf } from "../machine-input.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import { pastAlarms, withAcknowledgements } from "./past-alarms.ts";

const cause = (atMs: number, isActive: boolean, over = {}): MachineInputOf<"cause"> => ({
  kind: "cause",
  atMs,
  reading: { signalId: "door", kind: "alarm", name: "Door", text: "Door", isActive, ...over },
});
const seen = (atMs: number, turn: number): Acknowledgement => ({
  eventId: `e${turn}`,
  machineId: "lathe",
  alarmId: "door",
  came: "",
  occurrence: "",
  takenBy: "station",
  personId: `P-${turn}`,
  atUtc: new Date(atMs).toISOString(),
  answer: null,
  turn,
});

describe("alarms of the last day", () => {
  test("AK-8 an alarm that came and went is one, however often it was told; another text is another one", () => {
    const told = [
      cause(0, true),
      cause(1, true),
      cause(5, false),
      cause(6, false),
      cause(7, true, { text: "2" }),
      cause(9, true, { text: "3" }),
    ];
    expect(pastAlarms(told).map(({ text, fromMs, toMs }) => [text, fromMs, toMs])).toEqual([
      ["3", 9, null],
      ["2", 7, 9],
      ["Door", 0, 5],
    ]);
  });

  test("AK-8 who had seen it stands with the coming before, also when it was over by then", () => {
    const all = pastAlarms([
      cause(1_000, true),
      cause(2_000, false),
      cause(5_000, true),
      cause(6_000, false),
    ]);
    const rows = withAcknowledgements(all, [seen(3_000, 1), seen(3_500, 2)]);
    expect(rows.map((row) => row.seen?.personId)).toEqual([undefined, "P-1"]);
    expect(withAcknowledgements(all, [seen(500, 1)]).map((row) => row.seen)).toEqual([null, null]);
  });
});
