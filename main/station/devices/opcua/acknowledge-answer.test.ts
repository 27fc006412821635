import { describe, expect, test } from "vitest";
import { alarmEvents } from "../../../../shared/domain/machines/alarms/events.ts";
import { acknowledgeAnswerOf } from "./acknowledge-answer.ts";

const INFO_BITS = `#${"StructureChanged|SemanticChanged|InfoTypeDataValue|LimitLow|LimitHigh|Overflow|".repeat(3)}`;
const answered = (name: string) => acknowledgeAnswerOf({ name, isGood: () => false });

describe("what a machine says to an acknowledgement", () => {
  test.each([
    ["BadConditionBranchAlreadyAcked", "already"],
    ["BadEventIdUnknown", "changed"],
    ["BadUserAccessDenied", "denied"],
    ["BadNothingToDo", "refused"],
  ])("AK-5 %s is the same with any info bits, and can be recorded", (name, outcome) => {
    const answer = { outcome, status: name };
    expect(answered(name)).toEqual(answer);
    expect(answered(name + INFO_BITS)).toEqual(answer);
    const about = { acknowledgedEventId: crypto.randomUUID(), machineId: "m", alarmId: "a" };
    const event = alarmEvents["alarm.acknowledgement-answered"];
    expect(event.safeParse({ ...about, ...answered(name + INFO_BITS) }).success).toBe(true);
  });
});
