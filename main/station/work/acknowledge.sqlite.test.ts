import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ToldAlarm } from "../../../shared/domain/machines/alarms/alarm-notice.ts";
import type { AcknowledgeAnswer } from "../../../shared/domain/machines/alarms/decide-acknowledge.ts";
import { machineMappingSchema } from "../../../shared/domain/machines/mapping.ts";
import type { Result } from "../../../shared/lib/result.ts";
import type { CollectorQuestion, NoAnswer } from "../devices/opcua/collector-questions.ts";
import { askedMachineRoom } from "../testing/asked-machine-room.ts";
import { CHIPS_JAM } from "../testing/chips-jam.ts";
import { type ComposedStation, composeAtWork } from "../testing/composed-station.ts";
import { machineLink } from "../testing/machine-link.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const lathe = machineMappingSchema.parse({
  machineId: "lathe",
  name: "Lathe",
  workUnit: "CNC-2",
  endpointUrl: "opc.tcp://lathe:4840",
  signals: [{ signalId: "door", node: "nsu=urn:m;s=Door", meaning: "alarm", name: "Door" }],
  alarmSources: [
    { sourceId: "events", notifier: "nsu=urn:m;s=Machine", acknowledge: "machine" },
    { sourceId: "other", notifier: "nsu=urn:m;s=Other" },
  ],
  alarmAdvice: { "510220": { en: "Clear the chips", pl: "Usuń wióry" } },
});

const jam = (eventId: string, isAcknowledged = false): ToldAlarm => ({
  ...CHIPS_JAM,
  acknowledging: { isAcknowledged, eventId },
});

interface AtLathe extends ComposedStation {
  readonly asked: readonly CollectorQuestion[];
  /** What the machine says to an acknowledgement from now on. */
  says(answer: Result<AcknowledgeAnswer, NoAnswer> | Promise<never>): void;
  tell(notice: ToldAlarm, sourceId?: string): void;
  alarm(signalId?: string): ReturnType<typeof alarmOf>;
  acknowledge(over?: object): ReturnType<ComposedStation["station"]["services"]["alarms"]["acknowledge"]>;
}

function work(folder = temporaryFolder()): AtLathe {
  const composed = composeAtWork(folder, { machines: [lathe] });
  let isOpen = true;
  const close = (): void => {
    if (isOpen) composed.close();
    isOpen = false;
  };
  onTestFinished(close);
  const asked: CollectorQuestion[] = [];
  let answer: Result<AcknowledgeAnswer, NoAnswer> | Promise<never> = {
    ok: true,
    value: { outcome: "accepted", status: null },
  };
  const room = askedMachineRoom(async (question) => {
    asked.push(question);
    return answer;
  });
  composed.station.attachMachineRoom(room);
  composed.station.memory.links.set("lathe", machineLink("ok"));
  const { alarms, signals } = { ...composed.station, alarms: composed.station.services.alarms };
  return {
    ...composed,
    close,
    asked,
    says: (next) => {
      answer = next;
    },
    tell: (notice, sourceId = "events") => signals.alarms([notice], { machineId: "lathe", sourceId }),
    alarm: (signalId) => alarmOf(composed, signalId),
    acknowledge: (over) =>
      alarms.acknowledge({
        intentId: randomUUID(),
        machineId: "lathe",
        alarmId: "events:jam#510220",
        occurrence: alarmOf(composed)?.occurrence ?? "none",
        ...over,
      }),
  };
}

function alarmOf({ station }: ComposedStation, signalId = "events:jam#510220") {
  return station.services.screen().machine.values.find((value) => value.signalId === signalId)?.alarm;
}

const recorded = ({ station }: ComposedStation) =>
  station.services
    .journal(0, 1_000)
    .filter(({ type }) => type.startsWith("alarm."))
    .map(({ type, actor, payload }) => ({ type, actor, ...(JSON.parse(payload) as object) }));

describe("an alarm is acknowledged at the panel", () => {
  test("AK-1 AK-4 who it was is saved before the machine is told, and what it says is a fact of its own", async () => {
    const at = work();
    expect(await at.acknowledge({ occurrence: "aa" })).toMatchObject({ refusal: { code: "alarm-over" } });
    at.tell(jam("aa"));
    expect(at.alarm()).toMatchObject({
      takenBy: "machine",
      mayAcknowledge: true,
      isAcknowledged: false,
      advice: { en: "Clear the chips" },
    });
    const intentId = randomUUID();
    expect(await at.acknowledge({ intentId })).toMatchObject({ ok: true, repeated: false });
    expect(at.asked).toMatchObject([
      { kind: "acknowledge", machineId: "lathe", sourceId: "events", eventId: "aa" },
    ]);
    expect(JSON.stringify(at.asked)).toContain("A. Nowak");
    expect(recorded(at)).toMatchObject([
      { type: "alarm.acknowledged", actor: "P-1001", occurrence: "aa", takenBy: "machine" },
      { type: "alarm.acknowledgement-answered", actor: null, outcome: "accepted" },
    ]);
    expect(at.alarm()).toMatchObject({ mayAcknowledge: false, last: { personName: "A. Nowak" } });
    expect(await at.acknowledge({ intentId })).toMatchObject({ ok: true, repeated: true });
    expect(await at.acknowledge()).toMatchObject({ refusal: { code: "alarm-acknowledged" } });
    expect(at.asked).toHaveLength(1);
  });

  test("AK-5 a refusal of the machine is told with the acknowledgement saved, and may be tried again", async () => {
    const at = work();
    at.tell(jam("aa"));
    at.says({ ok: true, value: { outcome: "denied", status: "BadUserAccessDenied" } });
    const intentId = randomUUID();
    const denied = { ok: false, refusal: { code: "acknowledge-denied" } };
    expect(await at.acknowledge({ intentId })).toMatchObject(denied);
    expect(await at.acknowledge({ intentId })).toMatchObject(denied);
    expect(at.alarm()).toMatchObject({ mayAcknowledge: true, last: { outcome: "denied" } });
    at.says({ ok: false, refusal: { reason: "collector-ended", why: "" } });
    expect(await at.acknowledge()).toMatchObject({ refusal: { code: "acknowledge-unanswered" } });
    // The machine had taken it all the same, and says so.
    at.tell(jam("bb", true));
    expect(at.alarm()).toMatchObject({ isAcknowledged: true, mayAcknowledge: false });
    expect(recorded(at)).toHaveLength(4);
  });

  test("AK-3 what came since is not acknowledged, and without the machine nothing is", async () => {
    const at = work();
    at.tell(jam("aa"));
    at.tell(jam("bb"));
    expect(await at.acknowledge({ occurrence: "aa" })).toMatchObject({ refusal: { code: "alarm-changed" } });
    at.station.memory.links.set("lathe", machineLink("lost"));
    expect(await at.acknowledge()).toMatchObject({
      refusal: { code: "machine-offline", details: { machine: "Lathe" } },
    });
    expect([recorded(at), at.asked]).toEqual([[], []]);
  });

  test("AK-7 of a value, and where the mapping does not let the machine be told, it is recorded here alone", async () => {
    const at = work();
    const door = { signalId: "door", value: true, statusCode: 0, sourceUtc: null, serverUtc: null };
    at.station.memory.latest.set("lathe/door", { value: 1, statusCode: 0, atUs: 0 });
    at.station.signals.signals([door], "lathe");
    at.tell(jam("cc"), "other");
    at.station.memory.links.set("lathe", machineLink("lost"));
    for (const alarmId of ["door", "other:jam#510220"]) {
      const occurrence = at.alarm(alarmId)?.occurrence;
      expect(at.alarm(alarmId)).toMatchObject({ takenBy: "station", mayAcknowledge: true });
      expect(await at.acknowledge({ alarmId, occurrence })).toMatchObject({ ok: true });
      expect(at.alarm(alarmId)).toMatchObject({ isAcknowledged: true, mayAcknowledge: false });
    }
    expect(at.asked).toEqual([]);
    expect(recorded(at).map(({ type }) => type)).toEqual(["alarm.acknowledged", "alarm.acknowledged"]);
    // Gone and back: another one.
    at.station.signals.signals([{ ...door, value: false }], "lathe");
    at.station.signals.signals([{ ...door, sourceUtc: "2026-06-10T09:00:00.000Z" }], "lathe");
    expect(at.alarm("door")).toMatchObject({ isAcknowledged: false, mayAcknowledge: true });
  });

  test("AK-4 a station that ended before the machine answered says so, once", async () => {
    const folder = temporaryFolder();
    const at = work(folder);
    at.tell(jam("aa"));
    at.says(new Promise<never>(() => undefined));
    void at.acknowledge();
    expect(at.alarm()).toMatchObject({ mayAcknowledge: false, isAcknowledged: false });
    at.close();
    for (let start = 0; start < 2; start += 1) {
      const next = work(folder);
      next.tell(jam("aa"));
      expect(recorded(next)).toMatchObject([
        { type: "alarm.acknowledged" },
        { type: "alarm.acknowledgement-answered", outcome: "unanswered" },
      ]);
      expect(next.alarm()).toMatchObject({ mayAcknowledge: true, last: { outcome: "unanswered" } });
      next.close();
    }
  });
});
