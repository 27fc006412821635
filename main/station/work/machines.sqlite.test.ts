import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { AlarmNotice, ToldAlarm } from "../../../shared/domain/machines/alarms/alarm-notice.ts";
import { type MachineMapping, machineMappingSchema } from "../../../shared/domain/machines/mapping.ts";
import { packMlStates } from "../../../shared/domain/machines/state-maps.ts";
import type { ComposeOptions } from "../compose.ts";
import { CHIPS_JAM } from "../testing/chips-jam.ts";
import { type ComposedStation, composeAtWork, composeStation } from "../testing/composed-station.ts";
import { FakeTime } from "../testing/fake-time.ts";
import { handClock } from "../testing/hand-clock.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import type { MachineSignal } from "./machine-signal.ts";

const mapping = (machineId: string, workUnit: string): MachineMapping =>
  machineMappingSchema.parse({
    machineId,
    name: machineId,
    workUnit,
    endpointUrl: `opc.tcp://${machineId}:4840`,
    signals: [
      { signalId: "state", node: "nsu=urn:m;s=State", meaning: "state", stateMap: packMlStates },
      { signalId: "count", node: "nsu=urn:m;s=Count", meaning: "count-total" },
      { signalId: "alarm", node: "nsu=urn:m;s=Alarm", meaning: "alarm", name: "Chip conveyor" },
    ],
    alarmSources: [{ sourceId: "events", notifier: "nsu=urn:m;s=Machine" }],
  });
const machines = [mapping("press", "PRESS-1"), mapping("lathe", "CNC-2")];

const jam: ToldAlarm = CHIPS_JAM;
const RUNS = 6;
const STANDS = 2;
const value = (signalId: string, given: MachineSignal["value"]): MachineSignal => ({
  signalId,
  value: given,
  statusCode: 0,
  sourceUtc: null,
  serverUtc: null,
});

interface AtWork extends ComposedStation {
  readonly time: FakeTime;
  /** Lets seconds pass as they do at a station, with its tick. */
  pass(seconds: number): void;
}

function work(folder = temporaryFolder(), overrides: Partial<ComposeOptions> = {}): AtWork {
  const time = new FakeTime();
  const composed = composeAtWork(folder, { machines, clock: time.clock, ...overrides });
  onTestFinished(() => composed.close());
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      time.advance(1_000);
      composed.station.tick();
    }
  };
  return { ...composed, time, pass };
}

const screen = ({ station }: ComposedStation) => station.services.screen();
const execute = ({ station }: ComposedStation, stopId: string, reasonCode: string) =>
  station.services.commands.execute("stops.qualify", { intentId: randomUUID(), stopId, reasonCode });
const entries = ({ open }: ComposedStation) =>
  open.store.epochs().flatMap(({ epoch }) => open.store.entriesAfter(epoch, 0, 10_000));

function stopId(composed: ComposedStation): string {
  const { stop } = screen(composed).machine;
  if (stop === null) throw new Error("No stop");
  return stop.stopId;
}

describe("machines of a station", () => {
  test("MC-5 each has its own state and count; only the one whose orders are worked here counts for them", () => {
    const composed = work();
    for (const machineId of ["press", "lathe"]) {
      composed.station.signals.signals([value("state", RUNS), value("count", 100)], machineId);
    }
    composed.station.signals.signals([value("state", STANDS), value("count", 103)], "press");
    expect(screen(composed).machines).toMatchObject([
      { machineId: "press", state: "stopped", counter: 103 },
      { machineId: "lathe", state: "running", counter: 100 },
    ]);
    expect(screen(composed).machine.machineId).toBe("lathe");
    const counted = entries(composed).filter(({ type }) => type === "parts.counted");
    expect(counted.map(({ jobOrder }) => jobOrder)).toEqual([null, "4731", null]);
  });

  test("ST-6 C2 how long ago a machine was heard is the time that went by, however the clock was set since", () => {
    const { hands, clock } = handClock();
    const composed = work(temporaryFolder(), { clock });
    composed.station.signals.signals([value("state", RUNS)], "lathe");
    hands.monoMs += 60_000;
    hands.wallMs += 365 * 86_400_000;
    composed.station.tick();
    const { machine, station } = screen(composed);
    expect(Date.parse(station.nowUtc) - Date.parse(machine.lastValueUtc ?? "")).toBe(60_000);
  });

  test("MS-17 after two minutes a stop asks for its reason, shows its alarm, and is named by one tap; naming again corrects it", () => {
    const composed = work();
    const { signals } = composed.station;
    signals.signals([value("state", RUNS)], "lathe");
    composed.pass(10);
    signals.signals([value("alarm", true), value("state", STANDS)], "lathe");
    composed.pass(120);
    expect(screen(composed).machine.stop).toMatchObject({ asksReason: false });
    expect(screen(composed).stops.count).toBe(0);
    composed.pass(1);
    expect(screen(composed).machine.stop).toMatchObject({
      asksReason: true,
      causes: [{ name: "Chip conveyor", text: "Chip conveyor" }],
    });
    expect(execute(composed, stopId(composed), "pause-1")).toMatchObject({ ok: true });
    expect(screen(composed).machine.stop).toMatchObject({
      asksReason: false,
      reason: { en: "pause reason 1" },
    });
    signals.signals([value("state", RUNS)], "lathe");
    const [row] = screen(composed).stops.last;
    expect(row).toMatchObject({ isOpen: false, minutes: 2, reason: { en: "pause reason 1" } });
    expect(execute(composed, row?.stopId ?? "", "pause-2")).toMatchObject({ ok: true });
    expect(screen(composed).stops.last[0]).toMatchObject({ reason: { en: "pause reason 2" } });
    expect(execute(composed, randomUUID(), "pause-1")).toMatchObject({ refusal: { code: "unknown-stop" } });
  });

  test("MS-17 a bench, which has no machine that could tell, owes no reason for its silence", () => {
    const bench = { ...mapping("bench", "CNC-2"), signals: [], alarmSources: [] };
    const composed = work(temporaryFolder(), { machines: [bench] });
    composed.pass(300);
    expect(screen(composed).machine).toMatchObject({ state: "running", isManual: true, stop: null });
    expect(entries(composed).filter(({ type }) => type === "stop.began")).toEqual([]);
  });

  test("MS-17 the reason given before under the same alarm is the likeliest the next time", () => {
    const composed = work();
    const { signals } = composed.station;
    for (const reasonCode of ["pause-2", null]) {
      signals.signals([value("state", RUNS)], "lathe");
      composed.pass(200);
      signals.signals([value("alarm", true), value("state", STANDS)], "lathe");
      if (reasonCode !== null) execute(composed, stopId(composed), reasonCode);
      composed.pass(1);
      if (reasonCode !== null) signals.signals([value("alarm", false)], "lathe");
    }
    expect(screen(composed).machine.stop?.likely.map(({ reasonCode }) => reasonCode)).toEqual([
      "pause-2",
      "pause-1",
    ]);
  });

  test("ME-9 an alarm told by an event is shown with its words, time and gravity, and named as the cause of a stop", () => {
    const composed = work();
    const { signals } = composed.station;
    const tell = (...notices: readonly AlarmNotice[]) =>
      signals.alarms(notices, { machineId: "lathe", sourceId: "events" });
    signals.signals([value("state", RUNS)], "lathe");
    composed.pass(10);
    tell(jam, { ...jam, key: "door", code: "", title: "Door", severity: 300 });
    signals.signals([value("state", STANDS)], "lathe");
    composed.pass(130);
    const shown = () =>
      screen(composed).machine.values.filter(({ signalId }) => signalId.startsWith("events:"));
    expect(shown()).toMatchObject([
      {
        name: "Alarm 510220",
        value: "Chips jam",
        alarm: { severity: 800 },
        atUtc: "2026-06-10T08:00:00.000Z",
      },
      { name: "Door", value: "Chips jam", alarm: { severity: 300 } },
    ]);
    expect(screen(composed).machine.stop?.causes).toEqual(
      expect.arrayContaining([{ name: "Alarm 510220", text: "Chips jam" }]),
    );
    tell({ kind: "doubted" }, jam, { kind: "settled" });
    expect(shown()).toMatchObject([{ name: "Alarm 510220" }]);
    tell({ ...jam, isActive: false });
    expect(shown()).toEqual([]);
    const causes = entries(composed).filter(
      ({ type }) => type === "stop.began" || type === "stop.cause-seen",
    );
    expect(causes).toHaveLength(1);
  });

  test("ME-9 MS-13 an alarm told by an event just after the stop is added to it, once", () => {
    const composed = work();
    const { signals } = composed.station;
    signals.signals([value("state", RUNS)], "lathe");
    composed.pass(10);
    signals.signals([value("state", STANDS)], "lathe");
    composed.pass(5);
    for (let time = 0; time < 3; time += 1) {
      signals.alarms([jam], { machineId: "lathe", sourceId: "events" });
    }
    const seen = entries(composed).filter(({ type }) => type === "stop.cause-seen");
    expect(seen.map(({ payload }): unknown => JSON.parse(payload))).toMatchObject([
      { cause: { signalId: "events:jam#510220", text: "Chips jam", beforeMs: -5_000 } },
    ]);
  });

  test("MS-11 a pause by a person has its own reason, so the machine owes none meanwhile", () => {
    const composed = work();
    composed.station.signals.signals([value("state", RUNS)], "lathe");
    const pause = { intentId: randomUUID(), reasonCode: "pause-1" };
    composed.station.services.commands.execute("orders.pause", pause);
    composed.station.signals.signals([value("state", STANDS)], "lathe");
    composed.pass(300);
    expect(screen(composed).machine).toMatchObject({ state: "stopped", stop: null });
    expect(screen(composed).stops).toMatchObject({ count: 1, minutes: 5 });
    composed.station.scans.scan("BG1001 ", "scanner"); // five minutes without a touch ended the rights
    composed.station.services.commands.execute("orders.resume", { intentId: randomUUID() });
    composed.pass(1);
    expect(screen(composed).machine.stop).not.toBeNull();
  });

  test("MS-12 silence becomes a question of its own after its time-out, and its minutes are no stop", () => {
    const composed = work();
    composed.station.signals.signals([value("state", RUNS)], "lathe");
    composed.station.signals.connected(false, "lathe");
    composed.pass(300);
    expect(screen(composed).machine).toMatchObject({ state: "no-data", stop: { isNoData: true } });
    expect(screen(composed).stops).toMatchObject({ count: 1, minutes: 0, noDataMinutes: 5, unnamed: 1 });
  });

  test("MS-9 a station that was gone knows nothing of that time: no data from its last sign of life on", () => {
    const folder = temporaryFolder();
    const before = work(folder);
    before.station.signals.signals([value("state", RUNS)], "lathe");
    before.pass(600);
    before.abandon();
    const time = new FakeTime();
    time.advance(3_600_000);
    const after = composeStation(folder, { machines, clock: time.clock });
    onTestFinished(() => after.close());
    after.station.tick();
    const { state, sinceUtc } = screen(after).machine;
    expect(state).toBe("no-data");
    const lastBeatMs = Date.parse("2026-11-22T08:00:00.000Z") + 600_000;
    expect(lastBeatMs - Date.parse(sinceUtc)).toBeLessThan(60_000);
    expect(Date.parse(sinceUtc)).toBeLessThanOrEqual(lastBeatMs);
  });

  test("MS-19 D1 what the disk would not take keeps its own times and is recorded when there is room", () => {
    const composed = work();
    composed.station.signals.signals([value("state", RUNS), value("count", 5)], "lathe");
    const { hasRoom } = composed.station.storage;
    composed.station.storage.hasRoom = () => false;
    composed.station.signals.signals([value("state", STANDS), value("count", 9)], "lathe");
    composed.pass(90);
    composed.station.signals.signals([value("count", 0)], "lathe");
    composed.station.signals.signals([value("count", 2)], "lathe");
    expect(screen(composed).machine.state).toBe("running");
    composed.station.storage.hasRoom = hasRoom;
    composed.pass(1);
    expect(screen(composed).machine.state).toBe("stopped");
    const stoppedUtc = screen(composed).machine.sinceUtc;
    expect(composed.time.nowMs - (Date.parse(stoppedUtc) - Date.parse("2026-11-22T08:00:00.000Z"))).toBe(
      91_000,
    );
    const deltas = entries(composed)
      .filter(({ type }) => type === "parts.counted")
      .map(({ payload }) => (JSON.parse(payload) as { delta: number }).delta);
    expect(deltas).toEqual([0, 4, 0, 2]);
  });

  test("MM-10 a machine that is mapped no more ends its stop, once", () => {
    const composed = work();
    const { signals } = composed.station;
    for (const machineId of ["press", "lathe"]) {
      signals.signals([value("state", RUNS)], machineId);
      composed.pass(5);
      signals.signals([value("state", STANDS)], machineId);
    }
    composed.pass(60);
    const stopIds = entries(composed).filter(({ type }) => type === "stop.began");
    expect(stopIds).toHaveLength(2);
    composed.station.remap([mapping("lathe", "CNC-2")]);
    composed.pass(2);
    const ended = entries(composed)
      .filter(({ type }) => type === "stop.ended")
      .map(({ payload }) => JSON.parse(payload) as { stopId: string });
    const ofPress = ended.filter(({ stopId: id }) => id === stopIds[0]?.eventId);
    expect(ofPress).toMatchObject([{ state: "no-data", isMicro: false }]);
  });
});
