import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ComposeOptions } from "../compose.ts";
import { StoreError } from "../store/store-error.ts";
import {
  bookGood,
  type ComposedStation,
  composeAtWork,
  composeStation,
} from "../testing/composed-station.ts";
import { demoDirectives } from "../testing/demo-master-data.ts";
import { FakeTime } from "../testing/fake-time.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import type { MachineSignal } from "./machine-signal.ts";

function work(overrides: Partial<ComposeOptions> = {}): ComposedStation {
  const composed = composeAtWork(temporaryFolder(), overrides);
  onTestFinished(() => composed.close());
  return composed;
}

const screen = ({ station }: ComposedStation) => station.services.screen();
const typesOf = ({ open }: ComposedStation): readonly string[] =>
  open.store
    .epochs()
    .flatMap(({ epoch }) => open.store.entriesAfter(epoch, 0, 10_000).map(({ type }) => type));

function startMachineOrder(composed: ComposedStation): void {
  const input = { intentId: randomUUID(), jobOrderId: "4711", activeOrder: "pause" } as const;
  expect(composed.station.services.commands.execute("orders.start", input)).toMatchObject({ ok: true });
}

const count = (value: number, rest: Partial<MachineSignal> = {}): MachineSignal => ({
  signalId: "part-count",
  value,
  statusCode: 0,
  sourceUtc: null,
  serverUtc: null,
  ...rest,
});
const state = (value: number): MachineSignal => count(value, { signalId: "state" });

describe("gauge", () => {
  const check = { characteristicId: "DIA-40" };

  test("a reading becomes the next piece of the open check", () => {
    const composed = work();
    composed.station.services.openCheck(check.characteristicId);
    composed.station.gauge.reading("39.994", "mm");
    expect(screen(composed).lastScan).toMatchObject({
      verdict: "done",
      outcome: "measured",
      code: "39.994 mm",
    });
    expect(typesOf(composed).at(-1)).toBe("measurement.recorded");
  });

  test("S4 without an open check, without a person, implausible or unreadable: shown with its cause, never recorded", () => {
    const composed = work();
    const before = typesOf(composed);
    composed.station.gauge.reading("39.994", "mm");
    expect(screen(composed).lastScan).toMatchObject({ outcome: "no-check-open" });
    composed.station.services.openCheck(check.characteristicId);
    composed.station.gauge.reading("29.994", "mm");
    expect(screen(composed).lastScan).toMatchObject({ verdict: "blocked", outcome: "implausible-value" });
    composed.station.gauge.reading("39.9.94", "mm");
    expect(screen(composed).lastScan).toMatchObject({ outcome: "gauge-unusable" });
    composed.station.gauge.unusable("\u0002ERR\u0003", "checksum");
    expect(screen(composed).lastScan).toMatchObject({
      outcome: "gauge-unusable",
      details: { why: "checksum" },
    });
    composed.station.services.openCheck("DIA-99");
    composed.station.gauge.reading("39.994", "mm");
    expect(screen(composed).lastScan).toMatchObject({ outcome: "no-check-open" });
    expect(typesOf(composed)).toEqual(before);
  });

  test("a reading with nobody signed in asks for a sign-in", () => {
    const composed = work();
    composed.station.scans.scan("BG1002", "scanner");
    composed.station.scans.scan("BG1002 ", "scanner");
    composed.station.scans.scan("BG1001", "scanner");
    composed.station.services.openCheck(check.characteristicId);
    composed.station.gauge.reading("39.994", "mm");
    expect(screen(composed).lastScan).toMatchObject({ outcome: "sign-in-first" });
  });

  test("K6 a code scanned again after a gauge reading counts on its own verdict, not on the gauge's", () => {
    const composed = work({ nowMs: () => 1_000 });
    const first = composed.station.scans.scan("LT88213", "scanner");
    composed.station.gauge.reading("39.994", "mm");
    expect(composed.station.scans.scan("LT88213", "scanner")).toEqual({ ...first, repeats: 1 });
  });
});

describe("scanner", () => {
  test("K6 the same code within two seconds is the same trigger pull, after that a new scan", () => {
    let nowMs = 0;
    const composed = work({ nowMs: () => nowMs });
    const scan = (raw: string) => composed.station.scans.scan(raw, "scanner");
    expect(scan("BG1002")).toMatchObject({ outcome: "signed-in" });
    nowMs += 1_999;
    expect(scan("BG1002")).toMatchObject({ outcome: "signed-in", repeats: 1 });
    nowMs += 2_000;
    expect(scan("BG1002")).toMatchObject({ outcome: "signed-out", repeats: 0 });
  });
});

describe("orders", () => {
  test("ST-1 an order of another work unit starts neither by a key nor by its traveller, and stays out of the queue", () => {
    const composed = work();
    const before = typesOf(composed);
    const input = { intentId: randomUUID(), jobOrderId: "4750", activeOrder: "pause" } as const;
    expect(composed.station.services.commands.execute("orders.start", input)).toEqual({
      ok: false,
      refusal: { code: "order-elsewhere", details: { order: "4750", workUnit: "CNC-3" } },
    });
    expect(composed.station.scans.scan("WO4750", "scanner")).toMatchObject({
      verdict: "wrong",
      outcome: "order-elsewhere",
      details: { order: "4750", workUnit: "CNC-3" },
    });
    expect(screen(composed).queue.map(({ jobOrderId }) => jobOrderId)).not.toContain("4750");
    expect(typesOf(composed)).toEqual(before);
  });
});

describe("machine", () => {
  test("OR-11 while its order is set up a machine that stands is in set-up and owes no reason; in the run it stops", () => {
    const composed = work();
    const { commands } = composed.station.services;
    const intent = () => ({ intentId: randomUUID() });
    const start = { ...intent(), jobOrderId: "4711", activeOrder: "pause", phase: "set-up" } as const;
    expect(commands.execute("orders.start", start)).toMatchObject({ ok: true });
    composed.station.signals.connected(true);
    composed.station.signals.signals([state(2)]);
    expect(screen(composed)).toMatchObject({ machine: { state: "set-up" }, order: { state: "setting-up" } });
    expect(screen(composed).machine.stop).toBeNull();
    expect(commands.execute("orders.beginRun", intent())).toMatchObject({ ok: true });
    composed.station.tick();
    expect(screen(composed)).toMatchObject({ machine: { state: "stopped" }, order: { state: "running" } });
  });

  test("U1 of a batch the newest good value counts all pieces, and a reset inside of it loses none", () => {
    const composed = work();
    startMachineOrder(composed);
    composed.station.signals.signals([state(6), count(1_000)]);
    composed.station.signals.signals([count(1_001), count(1_002), count(1_003)]);
    expect(screen(composed).order).toMatchObject({ good: 3 });
    composed.station.signals.signals([count(1_004), count(0), count(2)]);
    expect(screen(composed).order).toMatchObject({ good: 6 });
  });

  test("U5 a bad value inside of a batch hides no good one before it", () => {
    const composed = work();
    startMachineOrder(composed);
    composed.station.signals.signals([state(6), count(1_000)]);
    composed.station.signals.signals([count(1_003), count(0, { statusCode: 0x80310000 })]);
    expect(screen(composed).order).toMatchObject({ good: 3 });
  });

  test("U5 whatever a machine sends is never a crash and never an unreadable entry", async () => {
    const composed = work();
    startMachineOrder(composed);
    const values = [null, true, "7", Number.NaN, 0.5, -1, 2 ** 60, 1e300, Number.NEGATIVE_INFINITY];
    for (const value of values) {
      for (const signalId of ["part-count", "state", "unknown"]) {
        const sourceUtc = "+012026-01-01T00:00:00.000Z";
        composed.station.signals.signals([{ signalId, value, statusCode: 0, sourceUtc, serverUtc: null }]);
      }
    }
    expect(await composed.station.services.verify()).toMatchObject({ ok: true });
  });

  test("I-14 a gap is an event with its cause, and a lost connection is no data after its grace", () => {
    const time = new FakeTime();
    const composed = work({ clock: time.clock });
    composed.station.signals.signals([state(6)]);
    composed.station.signals.connected(false);
    time.advance(2_000);
    composed.station.signals.gap({
      fromUtc: "2026-11-23T06:00:00.000Z",
      toUtc: "2026-11-23T06:01:00.000Z",
      cause: "connection-lost",
    });
    expect(typesOf(composed).slice(-3)).toEqual([
      "machine.state-changed",
      "machine.state-changed",
      "machine.gap-recorded",
    ]);
    expect(screen(composed).machine.state).toBe("no-data");
  });

  test("the tool warns, its maintenance order raises itself once and is on the screen, also after a restart", () => {
    const folder = temporaryFolder();
    const before = composeAtWork(folder);
    for (const value of [0, 5, 325, 330, 405, 410]) {
      const hour = String(1 + value).padStart(3, "0");
      const sourceUtc = new Date(Date.UTC(2026, 0, 1) + Number(hour) * 60_000).toISOString();
      before.station.signals.signals([count(value, { sourceUtc })]);
    }
    expect(
      typesOf(before).filter((type) => type.startsWith("tool.") || type.startsWith("maintenance.")),
    ).toEqual(["tool.warned", "maintenance.raised"]);
    before.abandon();
    const after = composeStation(folder);
    onTestFinished(() => after.close());
    expect(screen(after).tools).toMatchObject([
      { state: "limit", maintenanceOrderId: "CNC-2:T4:1", usedCycles: 410 },
    ]);
  });
});

describe("booking", () => {
  const fails = (composed: ComposedStation, why: string): void =>
    void composed.open.database.exec(
      `CREATE TEMP TRIGGER fails BEFORE INSERT ON main.journal BEGIN SELECT RAISE(ABORT, '${why}'); END`,
    );

  test("a surprise of the store is thrown and not turned into a refusal", () => {
    const composed = work();
    fails(composed, "boom");
    expect(() => bookGood(composed)).toThrow(StoreError);
  });

  test("a draft that its own schema refuses never gets into the journal", () => {
    const composed = work();
    const before = typesOf(composed);
    const help = { intentId: randomUUID(), category: "tea" as "lead" };
    expect(() => composed.station.services.commands.execute("help.request", help)).toThrow(
      /help.called is invalid/,
    );
    expect(typesOf(composed)).toEqual(before);
  });

  test("the undo of ten seconds runs on the monotonic clock, and its offer ends with it", () => {
    let nowMs = 0;
    const composed = work({ nowMs: () => nowMs });
    const booked = bookGood(composed, 5);
    const eventId = booked.ok ? (booked.eventId ?? "") : "";
    nowMs += 10_000;
    expect(screen(composed).undo).toBeNull();
    const undo = () =>
      composed.station.services.commands.execute("orders.undo", { intentId: randomUUID(), eventId });
    expect(undo()).toMatchObject({ ok: true });
    nowMs += 1;
    expect(undo()).toMatchObject({ ok: false, refusal: { code: "nothing-to-undo" } });
    expect(screen(composed).order).toMatchObject({ good: 0 });
  });
});

describe("master data", () => {
  test("I-22 new master data, and an order taken away, change nothing that was booked", async () => {
    const composed = work();
    bookGood(composed, 9);
    const gone = demoDirectives().map((directive, index) => ({ ...directive, seq: 100 + index, body: null }));
    composed.open.store.applyDirectives(gone, "2026-11-23T06:00:00.000Z");
    composed.station.masterDataChanged();
    expect(screen(composed).order).toMatchObject({ jobOrderId: "4731", good: 9 });
    expect(await composed.station.services.verify()).toMatchObject({ ok: true });
  });

  test("I-15 kinds of a later MES, and kinds named like parts of every object, are kept and harm no start", () => {
    const folder = temporaryFolder();
    const before = composeAtWork(folder);
    const kinds = ["hologram", "constructor", "__proto__", "toString"];
    const atUtc = "2026-11-23T06:00:00.000Z";
    before.open.store.applyDirectives(
      kinds.map((kind, index) => ({ seq: 200 + index, atUtc, kind, id: "x", body: { a: 1 } })),
      atUtc,
    );
    before.close();
    const after = composeStation(folder);
    onTestFinished(() => after.close());
    expect(screen(after).queue.length).toBeGreaterThan(0);
  });
});
