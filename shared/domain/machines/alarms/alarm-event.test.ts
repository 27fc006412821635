import { describe, expect, test } from "vitest";
import { type AlarmEvent, alarmOfEvent } from "./alarm-event.ts";
import { alarmSourceSchema } from "./alarm-source.ts";

const NOTIFIER = "nsu=urn:m;s=Machine";
const conditions = alarmSourceSchema.parse({ sourceId: "alarms", notifier: NOTIFIER });
const messages = alarmSourceSchema.parse({
  sourceId: "alarms",
  notifier: NOTIFIER,
  kind: "message",
  sameBy: "source-and-code",
  eventTypes: ["nsu=urn:m;i=1"],
});

const event = (over: Partial<AlarmEvent> = {}): AlarmEvent => ({
  eventType: "nsu=urn:m;i=1",
  conditionId: "nsu=urn:m;s=Door",
  isBranch: false,
  sourceNode: "nsu=urn:m;s=Machine",
  sourceName: "Machine",
  conditionName: "Door",
  isActive: true,
  isRetained: true,
  message: "Door open",
  severity: 800,
  code: "510001",
  hasEnded: false,
  sourceUtc: "2026-06-10T08:00:00.000Z",
  eventId: "00ff",
  isAcknowledged: null,
  ...over,
});
const alarm = (over: Partial<AlarmEvent>, source = conditions) =>
  alarmOfEvent(source, event(over), (identity) => identity);

describe("an event as an alarm", () => {
  test.each([
    ["active and retained", {}, true],
    ["inactive, kept until somebody acknowledges it", { isActive: false }, false],
    ["active and not retained: disabled", { isRetained: false }, false],
    ["without ActiveState, retained", { isActive: null }, true],
    ["without ActiveState, not retained", { isActive: null, isRetained: false }, false],
    ["without either", { isActive: null, isRetained: null }, false],
  ])("ME-6 a condition %s", (_what, over, isActive) => {
    expect(alarm(over)).toMatchObject({ isActive, key: "nsu=urn:m;s=Door" });
  });

  test.each([
    ["one that cannot be acknowledged", { isAcknowledged: null }, undefined],
    ["an active one", { isAcknowledged: false }, { isAcknowledged: false, eventId: "00ff" }],
    ["one that somebody has seen", { isAcknowledged: true }, { isAcknowledged: true, eventId: "00ff" }],
    [
      "one that is over and waits",
      { isActive: false, isAcknowledged: false },
      { isAcknowledged: false, eventId: "00ff" },
    ],
    ["one that is over and seen", { isActive: false, isAcknowledged: true }, undefined],
    [
      "one that is over and of interest to nobody",
      { isActive: false, isRetained: false, isAcknowledged: false },
      undefined,
    ],
    [
      "one whose event has no name",
      { isAcknowledged: false, eventId: null },
      { isAcknowledged: false, eventId: null },
    ],
    [
      "one whose event has a name without end",
      { isAcknowledged: false, eventId: "ab".repeat(65) },
      { isAcknowledged: false, eventId: null },
    ],
  ])("AK-6 of %s is told whether it waits for an acknowledgement", (_what, over, acknowledging) => {
    expect(alarm(over)?.acknowledging).toEqual(acknowledging);
  });

  test("ME-6 what is less grave than the mapping wants is no alarm, or is one no more", () => {
    const grave = alarmSourceSchema.parse({ ...conditions, severityAtLeast: 500 });
    expect(alarm({ severity: 499 }, grave)).toMatchObject({ isActive: false });
    expect(alarm({ severity: 500 }, grave)).toMatchObject({ isActive: true });
    expect(alarm({ severity: 499 }, { ...messages, severityAtLeast: 500 })).toBeUndefined();
  });

  test("ME-6 events that tell of no condition, and branches of earlier states, are no alarms", () => {
    expect(alarm({ conditionId: null })).toBeUndefined();
    expect(alarm({ isBranch: true })).toBeUndefined();
  });

  test("ME-7 a message is an alarm by its type, the same by its source and code, over when it says so", () => {
    const bare = { conditionId: null, isActive: null, isRetained: null };
    expect(alarm(bare, messages)).toMatchObject({ isActive: true, key: "nsu=urn:m;s=Machine 510001" });
    expect(alarm({ ...bare, hasEnded: true }, messages)).toMatchObject({ isActive: false });
    expect(alarm({ ...bare, eventType: "nsu=urn:m;i=2" }, messages)).toBeUndefined();
    expect(alarm({ ...bare, eventType: null }, messages)).toBeUndefined();
  });

  test("ME-5 U10 code and words are cut to what people can read, a severity to what there is", () => {
    const told = alarm({ code: "7".repeat(1_000), message: `A\u0000${"b".repeat(9_999)}`, severity: 1e9 });
    expect([told?.code.length, told?.text.length, told?.severity]).toEqual([40, 200, 1_000]);
    expect(told?.text).toMatch(/^A b+$/);
    expect(alarm({ severity: Number.NaN })).toMatchObject({ severity: 0, isActive: false });
  });
});
