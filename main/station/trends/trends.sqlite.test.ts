import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { storedNotice } from "../../../shared/domain/machines/alarms/alarm-notice.ts";
import { machineMappingSchema, mappingFileSchema } from "../../../shared/domain/machines/mapping.ts";
import { createSampleColumns } from "../signals/sample-columns.ts";
import { openWriter, START_US, tendAll } from "../signals/testing/signal-rig.ts";
import { composeStation } from "../testing/composed-station.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTrends } from "./trends-aside.ts";

const START_MS = START_US / 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SIGNALS = ["load", "temperature", "vibration", "power", "speed", "feed", "pressure", "coolant"];

const { machines } = mappingFileSchema.parse({
  format: "takt-mapping",
  version: 1,
  machines: [
    {
      machineId: "lathe",
      name: "Lathe",
      workUnit: "WS-14",
      endpointUrl: "opc.tcp://127.0.0.1:1",
      signals: SIGNALS.map((signalId) => ({
        signalId,
        node: `nsu=urn:lathe;s=${signalId}`,
        meaning: "measure",
        ...(signalId === "temperature" ? { scale: 0.1 } : {}),
      })),
    },
  ],
});

/** A journal without any machine in it, and a clock at the end of the window. */
function trendsAt(folder: string, nowMs: number) {
  composeStation(folder).close();
  return createTrends({ dataDir: folder, machines, nowMs: () => nowMs, failed: () => undefined });
}

/** Each signal once every `everyMs` from the start on, `value` of its place in the row. */
function store(
  folder: string,
  {
    count,
    everyMs,
    value,
  }: { count: number; everyMs: number; value: (row: number, signal: number) => number },
): void {
  const clock = { us: START_US };
  const writer = openWriter(folder, clock);
  const numbers = writer.register(SIGNALS.map((signalId) => ({ machineId: "lathe", signalId })));
  const rows = createSampleColumns(4_000);
  for (const [place, { number }] of numbers.entries()) {
    for (let row = 0; row < count; row += 1) {
      const at = rows.length;
      rows.signal[at] = number;
      rows.sourceUs[at] = START_US + row * everyMs * 1_000;
      rows.serverUs[at] = Number.NaN;
      rows.arrivedUs[at] = rows.sourceUs[at] ?? 0;
      rows.value[at] = value(row, place);
      rows.length = at + 1;
      if (rows.length === 4_000) {
        writer.append(rows);
        rows.length = 0;
        writer.flush();
        tendAll(writer);
      }
    }
  }
  writer.append(rows);
  writer.flush();
  writer.close();
}

describe("trends beside the station", () => {
  test("a store that does not exist yet gives curves without points, and is found once it is there", async () => {
    const folder = temporaryFolder();
    const trend = trendsAt(folder, START_MS + MINUTE_MS);
    const ask = () => trend({ machineId: "lathe", signalIds: ["load"], spanMs: MINUTE_MS, points: 100 });
    expect((await ask()).signals).toEqual([{ signalId: "load", atMs: [], value: [] }]);
    store(folder, { count: 3, everyMs: 10_000, value: (row) => row });
    expect((await ask()).signals).toEqual([
      { signalId: "load", atMs: [0, 10_000, 20_000, MINUTE_MS], value: [0, 1, 2, 2] },
    ]);
  });

  test("values are scaled as the mapping says, and an unknown signal or machine has no points", async () => {
    const folder = temporaryFolder();
    store(folder, { count: 2, everyMs: 1_000, value: () => 467 });
    const trend = trendsAt(folder, START_MS + MINUTE_MS);
    const window = { spanMs: MINUTE_MS, points: 100 };
    const { signals } = await trend({ machineId: "lathe", signalIds: ["temperature", "none"], ...window });
    expect(signals.map(({ value }) => value)).toEqual([[46.7, 46.7, 46.7], []]);
    const other = await trend({ machineId: "press", signalIds: ["temperature"], ...window });
    expect(other.signals).toEqual([{ signalId: "temperature", atMs: [], value: [] }]);
  });

  test("I-14 a gap is a break in the line, and what came before it is not held over it", async () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    const [signal] = writer.register([{ machineId: "lathe", signalId: "load" }]);
    const rows = createSampleColumns(1);
    rows.signal[0] = signal?.number ?? 0;
    rows.sourceUs[0] = START_US + 1e6;
    rows.arrivedUs[0] = START_US + 1e6;
    rows.value[0] = 41;
    rows.length = 1;
    writer.append(rows);
    writer.recordGap({
      machineId: "lathe",
      signal: null,
      fromUs: START_US + 5e6,
      toUs: null,
      cause: "disconnected",
    });
    writer.flush();
    writer.close();
    const trend = trendsAt(folder, START_MS + MINUTE_MS);
    const answer = await trend({ machineId: "lathe", signalIds: ["load"], spanMs: MINUTE_MS, points: 100 });
    expect(answer.signals).toEqual([{ signalId: "load", atMs: [1_000, 5_000], value: [41, null] }]);
  });

  test("a store that is no database fails the question alone, and the next one is answered again", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "signals.db");
    composeStation(folder).close();
    writeFileSync(file, "no database".repeat(1_000));
    const failures: unknown[] = [];
    const failed = (error: unknown) => failures.push(error);
    const trend = createTrends({ dataDir: folder, machines, nowMs: () => START_MS, failed });
    const input = { machineId: "lathe", signalIds: ["load"], spanMs: MINUTE_MS, points: 100 };
    await expect(trend(input)).rejects.toThrow();
    expect(failures).toHaveLength(1);
    rmSync(file);
    expect((await trend(input)).signals).toEqual([{ signalId: "load", atMs: [], value: [] }]);
  });

  test("the states of the window come from the journal of this machine alone, each with what it was before", async () => {
    const folder = temporaryFolder();
    const { station, close } = composeStation(folder);
    const [machine] = station.services.screen().machines;
    const said = (value: number) => ({
      signalId: "state",
      value,
      statusCode: 0,
      sourceUtc: null,
      serverUtc: null,
    });
    station.signals.connected(true);
    station.signals.signals([said(6)]);
    station.signals.signals([said(9)]);
    close();
    const trend = createTrends({
      dataDir: folder,
      machines,
      nowMs: () => Date.now() + 1_000,
      failed: () => undefined,
    });
    const window = { signalIds: ["load"], spanMs: DAY_MS, points: 100 };
    const own = await trend({ machineId: machine?.machineId ?? "", ...window });
    expect(own.states.map(({ was, state }) => [was, state])).toEqual([
      ["no-data", "running"],
      ["running", "fault"],
    ]);
    expect((await trend({ machineId: "lathe", ...window })).states).toEqual([]);
  });

  test("AK-8 alarms that came and went are read back from what was stored, values and events, only when asked for", async () => {
    const folder = temporaryFolder();
    composeStation(folder).close();
    const alarmed = machineMappingSchema.parse({
      ...machines[0],
      signals: [{ signalId: "door", node: "nsu=urn:lathe;s=Door", meaning: "alarm", name: "Door" }],
      alarmSources: [{ sourceId: "events", notifier: "nsu=urn:lathe;s=Machine" }],
    });
    const writer = openWriter(folder, { us: START_US });
    const [events, door] = writer.register(
      ["events", "door"].map((signalId) => ({ machineId: "lathe", signalId })),
    );
    const jam = (isActive: boolean, seconds: number) => ({
      signal: events?.number ?? 0,
      sourceUs: Number.NaN,
      arrivedUs: START_US + seconds * 1e6,
      status: 0,
      text: storedNotice({
        kind: "told",
        key: "jam",
        isActive,
        code: "7",
        title: "",
        text: "Chips jam",
        severity: 800,
        sourceUtc: null,
      }),
    });
    const ofSignalBefore = { ...jam(true, 5), text: "Chips jam" }; // mapped as a text once, under the id of the source
    writer.appendText([ofSignalBefore, jam(true, 10), jam(true, 15), jam(false, 20), jam(true, 50)]);
    const rows = createSampleColumns(2);
    for (const [row, value] of [1, 0].entries()) {
      rows.signal[row] = door?.number ?? 0;
      rows.sourceUs[row] = rows.arrivedUs[row] = START_US + (30 + row) * 1e6;
      rows.serverUs[row] = Number.NaN;
      rows.value[row] = value;
      rows.length = row + 1;
    }
    writer.append(rows);
    writer.flush();
    writer.close();
    const nowMs = (): number => START_MS + MINUTE_MS;
    const trend = createTrends({ dataDir: folder, machines: [alarmed], nowMs, failed: () => undefined });
    const input = { machineId: "lathe", signalIds: [], spanMs: MINUTE_MS, points: 10 };
    expect((await trend(input)).alarms).toEqual([]);
    const told = (await trend({ ...input, withAlarms: true })).alarms;
    expect(told.map(({ name, text, fromMs, toMs }) => [name, text, fromMs - START_MS, toMs])).toEqual([
      ["Alarm 7", "Chips jam", 50_000, null],
      ["Door", "Door", 30_000, START_MS + 31_000],
      ["Alarm 7", "Chips jam", 10_000, START_MS + 20_000],
    ]);
  });

  test("a day of eight signals is read on another thread, and its answer fits into a frame", async () => {
    const folder = temporaryFolder();
    store(folder, {
      count: 86_400,
      everyMs: 1_000,
      value: (row, signal) => Math.sin(row / 300) * 10 + signal,
    });
    const trend = trendsAt(folder, START_MS + DAY_MS);
    const input = { machineId: "lathe", signalIds: SIGNALS, spanMs: DAY_MS, points: 500 };
    await trend(input);
    const before = performance.eventLoopUtilization();
    const answer = await trend(input);
    const { utilization } = performance.eventLoopUtilization(before);
    expect(utilization).toBeLessThan(0.5); // read here it would be all of the time that it takes
    for (const { value } of answer.signals) expect(value.length).toBeGreaterThan(300);
    expect(JSON.stringify(answer).length).toBeLessThan(200_000);
  });
});
