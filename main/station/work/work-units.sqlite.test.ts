import { describe, expect, onTestFinished, test } from "vitest";
import { machineMappingSchema } from "../../../shared/domain/machines/mapping.ts";
import { sampleMasterData } from "../../../shared/domain/testing/sample-plant.ts";
import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import { parseConfig } from "../config/read-config.ts";
import { loadState } from "../life/load-state.ts";
import { type ComposedStation, composeAtWork, composeStation } from "../testing/composed-station.ts";
import { demoDirectives } from "../testing/demo-master-data.ts";
import { FakeTime } from "../testing/fake-time.ts";
import { runCommand } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import type { DeskCommand } from "./command-desk.ts";

/*
 * A terminal of two work units: CNC-2 with order 4731 (counted by hand), CNC-3 with order 4750 (counted by its machine).
 * Worst outcome if violated: pieces of one machine on the order of the other.
 */

const machine = (machineId: string, workUnit: string) =>
  machineMappingSchema.parse({
    machineId,
    name: `Machine ${workUnit}`,
    workUnit,
    endpointUrl: `opc.tcp://${machineId}:4840`,
    signals: [{ signalId: "count", node: "nsu=urn:m;s=Count", meaning: "count-total" }],
  });

interface Terminal extends ComposedStation {
  readonly time: FakeTime;
  run<Name extends DeskCommand>(name: Name, input: Omit<CommandInput<Name>, "intentId">): CommandAnswer;
}

function terminal(folder = temporaryFolder()): Terminal {
  const time = new FakeTime();
  const composed = composeAtWork(folder, {
    config: parseConfig(JSON.stringify({ workUnits: ["CNC-2", "CNC-3"] }), "test"),
    machines: [machine("left", "CNC-2"), machine("right", "CNC-3")],
    clock: time.clock,
  });
  onTestFinished(() => composed.close());
  return { ...composed, time, run: (name, input) => runCommand(composed, name, input) };
}

const screen = ({ station }: ComposedStation) => station.services.screen();
const places = (at: ComposedStation) => screen(at).station.places;
const counts = ({ station }: ComposedStation, machineId: string, value: number): void =>
  station.signals.signals(
    [{ signalId: "count", value, statusCode: 0, sourceUtc: null, serverUtc: null }],
    machineId,
  );
const good = (at: ComposedStation, jobOrderId: string): number | undefined =>
  places(at).find(({ order }) => order?.jobOrderId === jobOrderId)?.order?.good;
const entries = ({ open }: ComposedStation) =>
  open.store.epochs().flatMap(({ epoch }) => open.store.entriesAfter(epoch, 0, 10_000));

describe("one terminal for two work units", () => {
  test("SE-7 a scan of an order goes to its own work unit by itself, and the screen follows", () => {
    const at = terminal();
    expect(screen(at)).toMatchObject({ station: { workUnit: "CNC-2" }, order: { jobOrderId: "4731" } });
    expect(at.station.scans.scan("WO4750", "scanner")).toMatchObject({ verdict: "done" });
    expect(screen(at)).toMatchObject({
      station: { workUnit: "CNC-3" },
      order: { jobOrderId: "4750", state: "running" },
      machine: { name: "Machine CNC-3" },
    });
    expect(screen(at).queue.every(({ jobOrderId }) => jobOrderId === "4750")).toBe(true);
  });

  test("SE-5 erpnext#54984 a second order is no error: both run, neither was paused for the other", () => {
    const at = terminal();
    at.station.scans.scan("WO4750", "scanner");
    expect(places(at).map(({ workUnit, order, isShown }) => [workUnit, order?.state, isShown])).toEqual([
      ["CNC-2", "running", false],
      ["CNC-3", "running", true],
    ]);
    expect(entries(at).filter(({ type }) => type === "order.paused")).toEqual([]);
  });

  test("SE-6 counts go to the order of their own machine, bookings to the place where the key was pressed", () => {
    const at = terminal();
    at.station.scans.scan("WO4750", "scanner");
    counts(at, "right", 100);
    counts(at, "left", 50);
    at.time.advance(10_000);
    counts(at, "right", 107);
    counts(at, "left", 53);
    expect(good(at, "4750")).toBe(7);
    expect(at.run("orders.reportGood", { workUnit: "CNC-2", quantity: 24, source: "pad" })).toMatchObject({
      ok: true,
    });
    expect(good(at, "4731")).toBe(24);
    expect(good(at, "4750")).toBe(7);
    expect(at.run("orders.reportGood", { workUnit: "CNC-9", quantity: 1, source: "pad" })).toMatchObject({
      refusal: { code: "unknown-work-unit" },
    });
  });

  test("SE-8 every entry of an order names the work unit where it is worked", () => {
    const at = terminal();
    at.station.scans.scan("WO4750", "scanner");
    at.run("orders.reportScrap", { workUnit: "CNC-3", quantity: 1, reasonCode: "scrap-1" });
    at.run("orders.pause", { workUnit: "CNC-2", reasonCode: "pause-1" });
    const named = entries(at).filter(({ jobOrder }) => jobOrder !== null);
    expect(new Set(named.map(({ jobOrder, workUnit }) => `${jobOrder} ${workUnit}`))).toEqual(
      new Set(["4731 CNC-2", "4750 CNC-3"]),
    );
  });

  test("SE-9 EOS IDEAS#270 the machine's time goes on while its operator is at the other machine", () => {
    const at = terminal();
    at.station.scans.scan("WO4750", "scanner");
    at.station.services.showPlace({ workUnit: "CNC-2", jobOrderId: null });
    at.time.advance(60_000);
    at.run("orders.pause", { workUnit: "CNC-2", reasonCode: "pause-1" });
    at.time.advance(60_000);
    at.run("orders.pause", { workUnit: "CNC-3", reasonCode: "pause-1" });
    at.run("orders.resume", { workUnit: "CNC-2" });
    const state = loadState(at.open.store);
    expect(state.jobOrder.get("4731")).toMatchObject({ runMs: 60_000, state: "running" });
    expect(state.jobOrder.get("4750")).toMatchObject({ runMs: 120_000, state: "paused" });
    // The pause of the other machine goes on: starting here ended nothing there.
    const open = [...state.stop.values()].filter(({ endUtc }) => endUtc === null);
    expect(open.map(({ jobOrderId }) => jobOrderId)).toEqual(["4750"]);
  });

  test("SE-7 a lot is loaded where its item is needed, though another place is shown", () => {
    const at = terminal();
    at.station.scans.scan("WO4750", "scanner");
    at.station.services.showPlace({ workUnit: "CNC-2", jobOrderId: null });
    at.station.scans.scan("LT88213", "scanner");
    expect(screen(at)).toMatchObject({
      station: { workUnit: "CNC-3" },
      lastScan: { outcome: "lot-loaded", details: { order: "4750" } },
    });
  });

  test("SE-10 after a restart both orders are there; a work unit taken from the configuration hides no open order", () => {
    const folder = temporaryFolder();
    const first = terminal(folder);
    first.station.scans.scan("WO4750", "scanner");
    expect(sampleMasterData["job-order"].get("4750")?.workUnit).toBe("CNC-3");
    first.abandon();
    const again = composeAtWorkAgain(folder, ["CNC-2", "CNC-4"]);
    const shown = again.station.services.screen().station.places.map(({ order }) => order?.jobOrderId);
    expect(shown).toContain("4731");
    expect(shown).toContain("4750");
  });
});

describe("orders that run together at a terminal", () => {
  test("SE-12 SE-6 a lead begins the second one beside the first; each has its place and its own bookings", () => {
    const at = terminal();
    at.station.scans.scan("BG1003", "scanner");
    expect(at.station.scans.scan("WO4720", "scanner")).toMatchObject({ outcome: "order-choice" });
    expect(screen(at).lastScan?.choices.map(({ label }) => label)).toContain("run-together");
    expect(at.run("orders.start", { jobOrderId: "4720", activeOrder: "together" })).toMatchObject({
      ok: true,
    });
    expect(screen(at).order).toMatchObject({ jobOrderId: "4720", state: "running" });
    expect(places(at).map(({ jobOrderId, isShown }) => [jobOrderId, isShown])).toEqual([
      ["4731", false],
      ["4720", true],
      [null, false],
    ]);
    at.run("orders.reportGood", { workUnit: "CNC-2", onOrder: "4731", quantity: 5, source: "pad" });
    at.run("orders.reportGood", { workUnit: "CNC-2", onOrder: "4720", quantity: 7, source: "pad" });
    expect([good(at, "4731"), good(at, "4720")]).toEqual([5, 7]);
    at.run("orders.pause", { workUnit: "CNC-2", onOrder: "4720", reasonCode: "pause-1" });
    expect(screen(at)).toMatchObject({ order: { jobOrderId: "4731", state: "running" } });
    expect(places(at)).toHaveLength(2);
  });

  test("SE-17 SE-18 one key pauses both and one tap takes it back; all are one place while none is at work", () => {
    const at = terminal();
    at.station.scans.scan("BG1003", "scanner");
    at.run("orders.start", { workUnit: "CNC-2", jobOrderId: "4720", activeOrder: "together" });
    expect(screen(at).order).toMatchObject({ together: 2 });
    const pauseAll = () =>
      at.run("orders.pause", { workUnit: "CNC-2", onOrder: "4720", reasonCode: "pause-1", all: true });
    expect(pauseAll()).toMatchObject({ ok: true });
    expect(screen(at)).toMatchObject({
      order: { state: "paused", together: 2 },
      undo: { kind: "pause", quantity: 2, jobOrderId: "4720, 4731" },
    });
    expect(places(at)).toHaveLength(2);
    const eventId = screen(at).undo?.eventId ?? "";
    expect(at.run("orders.undo", { workUnit: "CNC-2", eventId })).toMatchObject({ ok: true });
    expect(places(at).map(({ jobOrderId }) => jobOrderId)).toEqual(["4731", "4720", null]);
    expect(screen(at).undo).toBeNull();
    pauseAll();
    expect(at.run("orders.resume", { workUnit: "CNC-2", all: true })).toMatchObject({ ok: true });
    expect(places(at)).toHaveLength(3);
  });

  test("CR-6 a time is corrected at the terminal, and its list shows both", () => {
    const at = terminal();
    at.time.advance(40 * 60_000);
    at.station.scans.scan("BG1001 ", "scanner"); // back at the terminal
    at.run("orders.pause", { workUnit: "CNC-2", reasonCode: "pause-1" });
    at.time.advance(60_000);
    const pause = screen(at).times[0];
    expect(pause).toMatchObject({ move: "order.paused", mayCorrect: true, totals: { run: { now: 40 } } });
    const eventId = pause?.eventId ?? "";
    expect(at.run("orders.correctTime", { workUnit: "CNC-2", eventId, shiftMinutes: -35 })).toMatchObject({
      ok: true,
    });
    const after = screen(at).times[0];
    expect(after?.totals?.run).toEqual({ recorded: 40, now: 5 });
    expect(Date.parse(after?.recordedUtc ?? "") - Date.parse(after?.atUtc ?? "")).toBe(35 * 60_000);
  });
});

function composeAtWorkAgain(folder: string, workUnits: readonly string[]): ComposedStation {
  const composed = composeStation(folder, {
    config: parseConfig(JSON.stringify({ workUnits }), "test"),
    machines: [machine("left", "CNC-2")],
  });
  composed.open.store.applyDirectives(demoDirectives(), "2026-11-23T05:00:00.000Z");
  composed.station.masterDataChanged();
  onTestFinished(() => composed.close());
  return composed;
}
