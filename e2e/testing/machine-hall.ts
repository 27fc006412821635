import type { MachineState } from "../../shared/domain/machines/machine-state.ts";
import {
  MINUTE_SECONDS,
  type RollupSeries,
  type SentGap,
  type SentMachine,
} from "../../shared/protocol/signal-messages.ts";
import { machineTurned, orderStarted } from "./happenings.ts";
import type { TrialMes } from "./trial-mes.ts";
import { type UploadStation, uploadStation } from "./upload-station.ts";

const MINUTE_MS = 60_000;

/** The machines of the trial plant, the one of station WS-14 first. */
export const plantMachines: readonly SentMachine[] = [
  { machineId: "cnc-2", name: "CNC Lathe 2", workUnit: "CNC-2" },
  { machineId: "press-1", name: "Press 1", workUnit: "PRESS-1" },
  { machineId: "pack-1", name: "Packing line 1", workUnit: "PACK-1" },
  { machineId: "oven-1", name: "Tempering oven 1", workUnit: "OVEN-1" },
];

/** Each minute of the last ten, in which a counter of the machine rose by as much. */
export function piecesPerMinute(machineId: string, perMinute: number): RollupSeries {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const newest = nowSeconds - (nowSeconds % MINUTE_SECONDS) - MINUTE_SECONDS;
  const buckets = Array.from({ length: 10 }, (_, index) => {
    const first = 1_000 + index * perMinute;
    const last = first + perMinute;
    const startSeconds = newest - (9 - index) * MINUTE_SECONDS;
    const columns = { count: perMinute, bad: 0, min: first, max: last, first, last };
    return { startSeconds, ...columns, integral: first * MINUTE_SECONDS, coveredSeconds: MINUTE_SECONDS };
  });
  const signal = { machineId, signalId: "good", meaning: "count-good", unit: "1", scale: 1 };
  return { ...signal, bucketSeconds: MINUTE_SECONDS, buckets };
}

/** @param toMinutesAgo null: it lasts */
export function gapOf(machineId: string, fromMinutesAgo: number, toMinutesAgo: number | null): SentGap {
  const nowMs = Date.now(); // once: a gap of two minutes is not a millisecond less
  const us = (minutes: number): number => (nowMs - minutes * MINUTE_MS) * 1000;
  const toUs = toMinutesAgo === null ? null : us(toMinutesAgo);
  return { machineId, signalId: null, fromUs: us(fromMinutesAgo), toUs, cause: "disconnected" };
}

/** Four machines of one station: one runs, one stands, one is set up, one gives no data and no values. */
export async function fourMachines(station: UploadStation): Promise<void> {
  const [, press, pack, oven] = plantMachines;
  await station.upload(
    machineTurned("stopped", "running", { ...press, agoMs: 4 * MINUTE_MS }),
    machineTurned("set-up", "idle", { ...pack, agoMs: 11 * MINUTE_MS }),
    machineTurned("no-data", "running", { ...oven, agoMs: 6 * MINUTE_MS }),
  );
  await station.uploadSignals({
    machines: plantMachines,
    series: [piecesPerMinute("cnc-2", 2), piecesPerMinute("press-1", 24)],
    gaps: [gapOf("cnc-2", 50, 48), gapOf("oven-1", 6, null)],
  });
}

const others: readonly (readonly [name: string, states: readonly MachineState[]])[] = [
  ["CNC Lathe 1", ["running"]],
  ["CNC Lathe 3", ["fault"]],
  ["Mill 4", ["set-up"]],
  ["Press line 1", ["running", "running"]],
  ["Press line 2", ["idle", "stopped", "running"]],
  ["Grinder 1", ["running"]],
  ["Grinder 2", ["stopped"]],
  ["Washing plant", ["no-shift"]],
  ["Tempering oven 2", ["no-data"]],
  ["Assembly", ["running", "fault", "no-data", "idle", "running"]],
  ["Tester", ["running"]],
];

/** Eleven more stations with one to five machines in all seven states. @returns how to end their contact */
export async function fillHall(mes: TrialMes): Promise<() => void> {
  const stations: UploadStation[] = [];
  for (const [index, [machineName, states]] of others.entries()) {
    const place = { stationId: `WS-${20 + index}`, workUnit: `WU-${20 + index}` };
    const station = uploadStation(mes, { ...place, token: await mes.enrol({ ...place, machineName }) });
    stations.push(station);
    await station.connect();
    const machines = states.map((_, number) => ({
      machineId: `m${number}`,
      name: number === 0 ? machineName : `${machineName} ${String.fromCharCode(65 + number)}`,
      workUnit: number === 0 ? place.workUnit : `${place.workUnit}-${number}`,
    }));
    const turned = states.map((state, number) => {
      const workUnit = number === 0 ? null : `${place.workUnit}-${number}`;
      return machineTurned(state, "running", {
        machineId: `m${number}`,
        workUnit,
        agoMs: (number + 3) * MINUTE_MS,
      });
    });
    await station.upload(...turned, orderStarted(index === 0 ? "4712" : "4720", 600));
    const [first] = states;
    await station.uploadSignals({
      machines,
      series: first === "running" ? [piecesPerMinute("m0", 3 + index)] : [],
      gaps: first === "no-data" ? [gapOf("m0", 6, null)] : [],
    });
  }
  return () => {
    for (const station of stations) station.disconnect();
  };
}
