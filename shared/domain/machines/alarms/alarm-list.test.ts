import { describe, expect, test } from "vitest";
import { type AlarmList, expireAlarms, type Noticed, noticeAlarm } from "./alarm-list.ts";
import { type AlarmNotice, noticeFromStore, storedNotice, type ToldAlarm } from "./alarm-notice.ts";
import { type AlarmSource, alarmSourceSchema } from "./alarm-source.ts";

const source = alarmSourceSchema.parse({ sourceId: "alarms", notifier: "nsu=urn:m;s=Machine" });
const message = { ...source, kind: "message", sameBy: "source-and-code", messageSeconds: 10 } as const;

const door = (over: Partial<ToldAlarm> = {}): ToldAlarm => ({
  kind: "told",
  key: "door",
  isActive: true,
  code: "510001",
  title: "Door",
  text: "Door open",
  severity: 800,
  sourceUtc: "2026-06-10T08:00:00.000Z",
  ...over,
});
const doubted: AlarmNotice = { kind: "doubted" };
const settled: AlarmNotice = { kind: "settled" };

/** Each notice a second after the one before. */
function noticed(notices: readonly AlarmNotice[], of: AlarmSource = source): Noticed {
  let alarms: AlarmList = [];
  const inputs: Noticed["inputs"][number][] = [];
  for (const [index, notice] of notices.entries()) {
    const next = noticeAlarm(alarms, notice, { source: of, atMs: 1_000 * index });
    alarms = next.alarms;
    inputs.push(...next.inputs);
  }
  return { alarms, inputs };
}
const turns = ({ inputs }: Noticed) =>
  inputs.map((input) => input.kind === "cause" && [input.atMs, input.reading.name, input.reading.isActive]);

describe("alarms that are there", () => {
  test("ME-8 an alarm comes once and goes once, however often it is told, with its code and its words", () => {
    const told = noticed([
      door(),
      door(),
      door({ text: "Door still open" }),
      door({ isActive: false }),
      door({ isActive: false }),
    ]);
    expect(turns(told)).toEqual([
      [0, "Alarm 510001", true],
      [3_000, "Alarm 510001", false],
    ]);
    expect(told.alarms).toEqual([]);
  });

  test("ME-8 its newest words are shown with the time it began", () => {
    const later = { text: "Door still open", sourceUtc: "2026-06-10T09:00:00.000Z" };
    expect(noticed([door(), door(later)]).alarms).toMatchObject([
      { text: "Door still open", severity: 800, sourceUtc: "2026-06-10T08:00:00.000Z" },
    ]);
  });

  test("AK-6 one that is over and waits to be acknowledged is kept, and is no cause of anything", () => {
    const told = { ...source, acknowledge: "machine" } as const;
    const waits = { isAcknowledged: false, eventId: "aa" };
    const gone = door({ isActive: false, acknowledging: waits });
    const kept = noticed([door({ acknowledging: waits }), gone, gone], told);
    expect(turns(kept)).toEqual([
      [0, "Alarm 510001", true],
      [1_000, "Alarm 510001", false],
    ]);
    expect(kept.alarms).toMatchObject([{ text: "Door open", isGone: true }]);
    const later = door({ acknowledging: waits, sourceUtc: "2026-06-10T09:00:00.000Z" });
    const again = noticed([door({ acknowledging: waits }), gone, later], told);
    expect(turns(again)).toHaveLength(3);
    expect(again.alarms).toMatchObject([{ isGone: false, sourceUtc: "2026-06-10T09:00:00.000Z" }]);
    const seen = noticed([gone, door({ isActive: false })], told);
    expect([seen.alarms, seen.inputs]).toEqual([[], []]);
    expect(noticed([door({ acknowledging: waits }), gone]).alarms).toEqual([]);
  });

  test("ME-8 another code of the same condition is another alarm", () => {
    const told = noticed([door(), door({ code: "510002" })]);
    expect(turns(told)).toEqual([
      [0, "Alarm 510001", true],
      [1_000, "Alarm 510001", false],
      [1_000, "Alarm 510002", true],
    ]);
  });

  test("ME-3 what the machine does not name when it says anew what is there, is over", () => {
    const jam = door({ key: "jam", code: "", title: "Chips", text: "" });
    const told = noticed([door(), jam, doubted, jam, settled, settled]);
    expect(turns(told)).toEqual([
      [0, "Alarm 510001", true],
      [1_000, "Chips", true],
      [4_000, "Alarm 510001", false],
    ]);
    expect(told.alarms.map(({ text }) => text)).toEqual(["Chips"]);
  });

  test("ME-7 a message is over after its time, and begins its time anew when it comes again", () => {
    const { alarms } = noticed([door(), door()], message);
    expect(expireAlarms(alarms, 10_999).alarms).toHaveLength(1);
    const expired = expireAlarms(alarms, 60_000);
    expect(expired.alarms).toEqual([]);
    expect(expired.inputs).toMatchObject([{ kind: "cause", atMs: 11_000, reading: { isActive: false } }]);
  });

  test("ME-5 U10 of more alarms than anyone can read the first ones go", () => {
    const many = Array.from({ length: 300 }, (_, index) => door({ key: String(index), code: String(index) }));
    const { alarms, inputs } = noticed(many);
    expect(alarms).toHaveLength(200);
    expect(alarms[0]?.key).toBe("100");
    expect(inputs).toHaveLength(400);
  });

  test("MS-14 alarms read back from the store are what was told, notice by notice", () => {
    const live = [door(), doubted, door({ key: "jam", text: "“Späne”", sourceUtc: null }), settled];
    const stored = live.map(storedNotice);
    expect(noticed(stored.map(noticeFromStore))).toEqual(noticed(live));
    expect(() => noticeFromStore('{"kind":"told"}')).toThrow();
  });
});
