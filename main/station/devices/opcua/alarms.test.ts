import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type AlarmList, noticeAlarm } from "../../../../shared/domain/machines/alarms/alarm-list.ts";
import type { ToldAlarm } from "../../../../shared/domain/machines/alarms/alarm-notice.ts";
import { alarmSourceSchema } from "../../../../shared/domain/machines/alarms/alarm-source.ts";
import type { OpcuaAlarm } from "../../../simulator/opcua/opcua-description.ts";
import { until } from "../../testing/until.ts";
import { type RecordedFeed, recordFeed } from "../testing/recorded-feed.ts";
import { NAMESPACE, type ScriptedMachine, startScriptedMachine } from "../testing/scripted-machine.ts";
import { trustServerCertificate } from "./server-trust.ts";

const SERVER = "nsu=http://opcfoundation.org/UA/;i=2253";
const AT = new Date("2001-02-03T04:05:06.789Z");

let folder: string;
let machinePki: string;
let stationPki: string;
let machine: ScriptedMachine;
let feed: RecordedFeed | undefined;

const doorOpen = { id: "Door", isActive: true, message: "Door open", severity: 800, at: AT };
const jam = { id: "Jam", isActive: true, message: "Chips jam", severity: 300, at: AT };
const over = <Alarm extends object>(alarm: Alarm) => ({ ...alarm, isActive: false });
const alarms: readonly OpcuaAlarm[] = [
  { id: "Door", browseName: "Door" },
  { id: "Jam", browseName: "Jam" },
  { id: "Guard", browseName: "Guard", wantsAcknowledgement: true },
  { id: "Locked", browseName: "Locked", deniesAcknowledgement: true },
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-alarms-"));
  machinePki = path.join(folder, "machine");
  stationPki = path.join(folder, "station");
  const first = await startScriptedMachine(machinePki); // makes its certificate
  await trustServerCertificate(stationPki, first.certificateFile);
  await first.stop();
});

afterEach(async () => {
  await feed?.stop();
  feed = undefined;
  await machine.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Listened {
  readonly feed: RecordedFeed;
  told(): readonly ToldAlarm[];
  /** Texts of the alarms that are there, as the station would show them. */
  active(): readonly string[];
}

function listen(given: object = {}): Listened {
  const source = alarmSourceSchema.parse({
    sourceId: "alarms",
    notifier: `nsu=${NAMESPACE};s=Machine`,
    ...given,
  });
  const started = recordFeed(machine, stationPki, { alarmSources: [source] });
  feed = started;
  return {
    feed: started,
    told: () => started.alarms.filter((notice) => notice.kind === "told"),
    active() {
      let list: AlarmList = [];
      for (const notice of started.alarms) list = noticeAlarm(list, notice, { source, atMs: 0 }).alarms;
      return list.map(({ text }) => text);
    },
  };
}

/** A machine that is heard, and was asked for its alarms. */
async function connected(given: object = {}): Promise<Listened> {
  machine = await startScriptedMachine(machinePki, { alarms });
  const listened = listen(given);
  await until(() => listened.feed.isOk() && isSettled(listened.feed));
  return listened;
}

function isSettled({ alarms: notices }: RecordedFeed): boolean {
  return notices.at(-1)?.kind === "settled";
}

describe("alarms by event", () => {
  test.each([
    ["its own object", `nsu=${NAMESPACE};s=Machine`],
    ["the server", SERVER],
  ])(
    "ME-2 told by %s, an alarm comes once with its words and its time, and goes once",
    async (_where, notifier) => {
      const { told, active } = await connected({ notifier });
      await machine.tellAlarms([doorOpen]);
      await until(() => told().length > 0);
      expect(told()).toMatchObject([
        { isActive: true, title: "Door", text: "Door open", severity: 800, sourceUtc: AT.toISOString() },
      ]);
      expect(active()).toEqual(["Door open"]);
      await machine.tellAlarms([over(doorOpen)]);
      await until(() => told().length > 1);
      expect(told().map(({ isActive }) => isActive)).toEqual([true, false]);
      expect(active()).toEqual([]);
    },
  );

  test("ME-3 an alarm that was there before the station came is known", async () => {
    machine = await startScriptedMachine(machinePki, { alarms });
    await machine.tellAlarms([doorOpen]);
    const { active } = listen();
    await until(() => active().length > 0);
    expect(active()).toEqual(["Door open"]);
  });

  test("ME-3 U1 what came and went during a cut is right after it", async () => {
    const { feed: cut, active } = await connected();
    await machine.tellAlarms([doorOpen]);
    await until(() => active().length === 1);
    await machine.link.set("cut");
    await until(() => !cut.isOk());
    await machine.tellAlarms([over(doorOpen), jam]);
    await machine.link.set("open");
    await until(() => active()[0] === "Chips jam");
    expect(active()).toEqual(["Chips jam"]);
  });

  test("ME-3 U2 U10 an alarm is over when the machine comes back without it, with other namespaces", async () => {
    const { active } = await connected();
    await machine.tellAlarms([doorOpen, jam]);
    await until(() => active().length === 2);
    await machine.restart({ earlierNamespaceUris: ["urn:test:update"] });
    await machine.tellAlarms([jam]);
    await until(() => active().length === 1);
    expect(active()).toEqual(["Chips jam"]);
  });

  test("ME-7 a plain message of a type that the mapping names is an alarm, any other event is none", async () => {
    machine = await startScriptedMachine(machinePki, { alarms });
    const { feed: recorded, told } = listen({
      notifier: SERVER,
      kind: "message",
      sameBy: "source-and-code",
      eventTypes: ["nsu=http://opcfoundation.org/UA/;i=2130"], // SystemEventType
    });
    await until(() => recorded.isOk() && isSettled(recorded));
    await machine.tellAlarms([doorOpen]);
    await machine.tellEvent("SystemEventType", "Filter clogged");
    await until(() => told().length > 0);
    expect(told()).toMatchObject([{ isActive: true, text: "Filter clogged", severity: 500 }]);
  });

  test("ME-4 U5 events that the machine dropped are a gap, and it is asked for its alarms again", async () => {
    const { feed: recorded, active } = await connected({ notifier: SERVER });
    const before = recorded.alarms.length;
    await machine.tellEvent("EventQueueOverflowEventType");
    await machine.tellAlarms([jam]);
    await until(() => recorded.gaps.length > 0);
    expect(recorded.gaps).toMatchObject([{ cause: "queue-overflow" }]);
    await until(() => recorded.alarms.slice(before).some(({ kind }) => kind === "settled"));
    await until(() => active().length > 0); // raised before the machine was asked, or behind its answer
    expect(active()).toEqual(["Chips jam"]);
  });

  test("ME-5 U10 more alarms than can be true and words of any kind cost nobody anything", async () => {
    const { feed: recorded, told, active } = await connected();
    const words = `\u0000\u001B[31m\u202E${"x".repeat(2_000)}\uD800`;
    const flood = Array.from({ length: 700 }, (_, index) => ({
      ...doorOpen,
      message: `${words} ${index}`,
      severity: 900,
    }));
    await machine.tellAlarms(flood);
    await until(() => recorded.gaps.length > 0);
    expect(told().length).toBeLessThanOrEqual(600);
    expect(told()[0]?.text).toHaveLength(200);
    expect(told()[0]?.text).toMatch(/^\[31m x+$/);
    await machine.tellAlarms([over(doorOpen), jam]);
    await until(() => active()[0] === "Chips jam");
    expect(recorded.isOk()).toBe(true);
  });

  test("AK-4 AK-5 AK-6 an acknowledgement reaches the condition it names, once, and stays until the alarm is over", async () => {
    const { feed: recorded, told, active } = await connected({ acknowledge: "machine" });
    const guard = { id: "Guard", isActive: true, message: "Guard open", severity: 900, at: AT };
    const eventId = () => told().findLast(({ text }) => text === "Guard open")?.acknowledging?.eventId ?? "";
    const acknowledge = async (named: string) => {
      const seen = { machineId: "machine", sourceId: "alarms", eventId: named, comment: "Ä. Nowak (WS-14)" };
      const answer = await recorded.ask<"acknowledge">({ kind: "acknowledge", ...seen });
      return answer.ok ? answer.value.outcome : answer.refusal.reason;
    };
    await machine.tellAlarms([guard]);
    await until(() => eventId() !== "");
    const first = eventId();
    await machine.tellAlarms([{ ...guard, severity: 950 }]);
    await until(() => eventId() !== first);
    expect(await acknowledge(first)).toBe("changed");
    const second = eventId();
    expect(await acknowledge(second)).toBe("accepted");
    await until(() => told().at(-1)?.acknowledging?.isAcknowledged === true);
    expect(active()).toEqual(["Guard open"]);
    expect(await acknowledge(second)).toBe("changed");
    await machine.tellAlarms([over(guard)]);
    await until(() => active().length === 0);
    // Over before anybody has seen it: it waits.
    const before = told().length;
    await machine.tellAlarms([guard, over(guard)]);
    await until(() => told().length === before + 2);
    expect(active()).toEqual(["Guard open"]);
    expect(await acknowledge(eventId())).toBe("accepted");
    await until(() => active().length === 0);

    await machine.tellAlarms([{ ...guard, id: "Locked" }]);
    await until(() => told().at(-1)?.title === "Locked");
    expect(await acknowledge(eventId())).toBe("denied");
    await machine.link.set("cut");
    await until(() => !recorded.isOk());
    expect(await acknowledge(eventId())).toBe("not-sent");
  });

  test("ME-1 without events at the place of the mapping the machine is refused in words", async () => {
    machine = await startScriptedMachine(machinePki, { alarms });
    const { feed: refused } = listen({ notifier: `nsu=${NAMESPACE};s=Nothing` });
    await until(() => refused.statuses.some(({ state }) => state === "lost"));
    expect(refused.statuses.at(-1)?.detail).toMatch(/tells no events at .*s=Nothing/);
  });
});
