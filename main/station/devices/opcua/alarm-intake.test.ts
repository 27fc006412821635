import { describe, expect, test } from "vitest";
import type { AlarmEvent } from "../../../../shared/domain/machines/alarms/alarm-event.ts";
import { alarmSourceSchema } from "../../../../shared/domain/machines/alarms/alarm-source.ts";
import { AlarmIntake } from "./alarm-intake.ts";

const source = (sourceId: string, rest: object = {}) =>
  alarmSourceSchema.parse({ sourceId, notifier: "nsu=urn:m;s=Machine", ...rest });
const intake = () =>
  new AlarmIntake([source("here"), source("there", { acknowledge: "machine" })], {
    tell: () => undefined,
    missed: () => undefined,
  });

const event = (eventId: string, over: Partial<AlarmEvent> = {}): AlarmEvent => ({
  eventType: "nsu=urn:m;i=1",
  conditionId: "nsu=urn:m;s=Guard",
  isBranch: false,
  sourceNode: "nsu=urn:m;s=Machine",
  sourceName: "Machine",
  conditionName: "Guard",
  isActive: true,
  isRetained: true,
  message: "Guard open",
  severity: 800,
  code: null,
  hasEnded: false,
  sourceUtc: null,
  eventId,
  isAcknowledged: false,
  ...over,
});

describe("alarms of a session", () => {
  test("AK-2 AK-3 only the newest event of a condition can be acknowledged, and only where the mapping allows it", () => {
    const alarms = intake();
    alarms.take([
      { place: 0, event: event("aa") },
      { place: 1, event: event("aa") },
    ]);
    expect(alarms.conditionOf("here", "aa")).toBeUndefined();
    expect(alarms.conditionOf("there", "aa")).toBe("nsu=urn:m;s=Guard");
    alarms.take([{ place: 1, event: event("bb") }]);
    expect(alarms.conditionOf("there", "aa")).toBeUndefined();
    expect(alarms.conditionOf("there", "bb")).toBe("nsu=urn:m;s=Guard");
    alarms.take([{ place: 1, event: event("cc", { isAcknowledged: true }) }]);
    expect(["bb", "cc"].map((eventId) => alarms.conditionOf("there", eventId))).toEqual([
      undefined,
      undefined,
    ]);
  });
});
