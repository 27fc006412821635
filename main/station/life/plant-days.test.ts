import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openReader } from "../signals/testing/signal-rig.ts";
import { PlantDays } from "../testing/plant-days.ts";
import { storedAsTold } from "../testing/stored-as-told.ts";

/**
 * TAKT_SOAK_HOURS=72 for the whole promise, half an hour of real time; TAKT_SOAK_PACE: how much faster time runs while
 * nothing is broken; TAKT_SOAK_REPORT: a file for the figures.
 */
const HOURS = Number(process.env.TAKT_SOAK_HOURS ?? 0.5);
const PACE = Number(process.env.TAKT_SOAK_PACE ?? 200);
const MINUTES_BETWEEN_FAULTS = HOURS > 1 ? 30 : 8;
const SEED = Number(process.env.TAKT_SOAK_SEED ?? 1);
const REPORT = process.env.TAKT_SOAK_REPORT;
const EVERYTHING = { fromUs: 0, toUs: Number.MAX_SAFE_INTEGER };

let folder: string;
let days: PlantDays | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-plant-days-"));
});

afterEach(async () => {
  await days?.close();
  days = undefined;
  await rm(folder, { recursive: true, force: true });
});

test.runIf(process.platform === "linux")(
  `U1 U2 U5 U6 U7 U10 U11 ${HOURS} h of four real machines with faults: counters are the servers' own, holes are listed`,
  { timeout: 600_000 + HOURS * 120_000 },
  async () => {
    days = await PlantDays.start(folder, { seed: SEED, pace: PACE });
    await days.run(HOURS, MINUTES_BETWEEN_FAULTS);
    const reconciled = await days.settle();
    const { plant, station, happened } = days;
    const counters = days.counters();
    await days.close();
    days = undefined;

    expect(reconciled.map(({ counted }) => counted)).toEqual(reconciled.map((one) => one.truth));
    expect(reconciled.reduce((sum, one) => sum + one.truth, 0)).toBeGreaterThan(HOURS * 5_000);
    const counterIds = new Set(counters.map(({ signal }) => signal.signalId));
    const told = Map.groupBy(
      await plant.told(counterIds),
      ({ machineId, signalId }) => `${machineId} ${signalId}`,
    );
    const reader = openReader(station.signalFolder);
    const gaps = reader.gaps(EVERYTHING);
    const stored = counters.map(({ machineId, signal: { signalId } }) => {
      const known = reader.signals().find((one) => one.machineId === machineId && one.signalId === signalId);
      const samples = reader.samples(known?.number ?? -1, EVERYTHING);
      const ofMachine = gaps.filter((gap) => (gap.machineId ?? machineId) === machineId);
      return { signalId, ...storedAsTold(told.get(`${machineId} ${signalId}`) ?? [], samples, ofMachine) };
    });
    reader.close();
    const { gapCauses, kinds } = station;
    const report = { hours: HOURS, happened, reconciled, stored, gapCauses, kinds, gaps };
    if (REPORT) await writeFile(REPORT, JSON.stringify(report, null, 1));
    expect(stored.flatMap(({ missingUnlisted }) => missingUnlisted)).toEqual([]);
    expect(stored.flatMap(({ twiceUnlisted }) => twiceUnlisted)).toEqual([]);
    expect(stored.flatMap(({ invented }) => invented)).toEqual([]);
  },
);
