import { setTimeout as delay } from "node:timers/promises";
import { startBenchMes } from "../machines/bench-mes.ts";
import { gapsIn, lostIn } from "../machines/collector-run.ts";
import { startFloodingMachine } from "../machines/flooding-machine.ts";
import { BACKLOG, startLoadedStation } from "../machines/loaded-station.ts";
import type { LoopDelay } from "../measure/loop-delay.ts";
import { cpuSecondsOf } from "../measure/process-cpu.ts";
import { processMemory } from "../measure/process-memory.ts";
import type { Metric } from "../measure/report.ts";
import { quantile } from "../measure/statistics.ts";
import { VARIABLES } from "./machines.ts";

const RATE = 100_000;
const EVERY_MS = (1_000 * VARIABLES) / RATE;
const SETTLE_MS = 10_000;
const FLUSH_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

/**
 * The whole station for a while at 100,000 values a second: the process that listens, and beside it the process that books,
 * which sends a backlog of 100,000 events to a MES and books once a second. Servers share the two cores with it.
 */
export async function measureEndurance(minutes: number): Promise<readonly Metric[]> {
  const machine = await startFloodingMachine(VARIABLES);
  const mes = await startBenchMes();
  mes.pause();
  const station = await startLoadedStation(machine, mes);
  try {
    await until(async () => (await machine.watched()) === VARIABLES);
    const from = await machine.sequence();
    await machine.flood(EVERY_MS);
    await delay(SETTLE_MS);
    const collector = {
      pid: station.collectorPid(),
      ...(await lookAt(station.collectorPid(), machine.sequence)),
    };
    station.resetLoopDelay();
    mes.goOn();
    const startMs = performance.now();
    const bookingMs: number[] = [];
    let drainedMs = Number.NaN;
    while (performance.now() - startMs < minutes * 60_000) {
      bookingMs.push(await station.book());
      if (Number.isNaN(drainedMs) && (await mes.received()) >= BACKLOG)
        drainedMs = performance.now() - startMs;
      await delay(LOOK_EVERY_MS);
    }
    const seconds = (performance.now() - startMs) / 1_000;
    const after = await lookAt(collector.pid, machine.sequence);
    const values = (after.sequence - collector.sequence) * VARIABLES;
    const loop = station.loopDelay();
    await machine.drain();
    await delay(FLUSH_MS);
    const to = await machine.sequence();
    const received = await mes.received();
    await station.stop();
    const lost = lostIn(station.folder, { from, to });
    return metricsOf({
      minutes,
      values,
      seconds,
      lost,
      gaps: gapsIn(station.folder),
      cpuSeconds: after.cpu - collector.cpu,
      pssMb: { start: collector.pssMb, end: after.pssMb },
      loop,
      bookingMs,
      drainedMs,
      received,
    });
  } finally {
    await station.stop();
    await mes.stop();
    await machine.close();
    station.remove();
  }
}

interface Endurance {
  readonly minutes: number;
  /** Values that were received in `seconds`, and of all that the machine told those that were not stored. */
  readonly values: number;
  readonly seconds: number;
  readonly lost: number;
  readonly gaps: string;
  /** Of the process that listens. */
  readonly cpuSeconds: number;
  readonly pssMb: { readonly start: number; readonly end: number };
  /** Of the process that books. */
  readonly loop: LoopDelay;
  readonly bookingMs: readonly number[];
  /** NaN: the backlog was not sent meanwhile. */
  readonly drainedMs: number;
  /** Lines of the journal at the MES. */
  readonly received: number;
}

function metricsOf(measured: Endurance): readonly Metric[] {
  const { minutes, values, seconds, lost, gaps, cpuSeconds, pssMb, loop, bookingMs, drainedMs, received } =
    measured;
  return [
    {
      ...plain("machines.endurance.values", values / seconds, "values/s"),
      target: ">= 95000, 0 lost",
      pass: lost === 0 && values / seconds >= 0.95 * RATE,
      note: `${minutes} min, ${values} values, ${lost} lost, gaps: ${gaps}; ${((cpuSeconds * 1e6) / values).toFixed(2)} µs of CPU a value; ${pssMb.end.toFixed(0)} MB PSS at the end, ${pssMb.start.toFixed(0)} MB at the start`,
    },
    {
      ...plain("machines.endurance.loop-p99.9", loop.p999Ms, "ms"),
      target: "<= 20 ms",
      pass: loop.p999Ms <= 20,
      note: `event loop of the process that books, ${loop.samples} looks, p50 ${loop.p50Ms.toFixed(2)} ms; ${longWords(loop)}`,
    },
    {
      ...plain("machines.endurance.loop-max", loop.maxMs, "ms"),
      target: "<= 50 ms",
      pass: loop.maxMs <= 50,
      note: "the same",
    },
    {
      ...plain("machines.endurance.booking-p99", quantile(bookingMs, 0.99), "ms"),
      note: `${bookingMs.length} bookings, one a second, asked and answered over the screen's channel; p50 ${quantile(bookingMs, 0.5).toFixed(1)} ms`,
    },
    {
      ...plain("machines.endurance.backlog", drainedMs / 1_000, "s"),
      target: "all sent",
      pass: received >= BACKLOG,
      note: `${received} of at least ${BACKLOG} lines of the journal at the MES; its embedded database runs on the same cores`,
    },
  ];
}

async function lookAt(pid: number, sequence: () => Promise<number>) {
  return { cpu: cpuSecondsOf(pid), sequence: await sequence(), pssMb: processMemory(pid).pssMb };
}

/** What made the loop late: work of its own, or others who had the processor. */
function longWords({ long }: LoopDelay): string {
  const share = (ms: number): string => `${Math.round((100 * ms) / Math.max(1, long.ms))} %`;
  const [worstMs, worstOwnMs, worstWaitedMs] = long.worst[0] ?? [0, 0, 0];
  return `${long.count} delays above 10 ms: ${share(long.ownMs)} own work, ${share(long.waitedForCpuMs)} waiting for a processor; the longest ${worstMs.toFixed(0)} ms (${worstOwnMs.toFixed(0)} own, ${worstWaitedMs.toFixed(0)} waiting); longest garbage collection ${long.longestGcMs.toFixed(0)} ms`;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error("The station does not listen to the machine");
    await delay(LOOK_EVERY_MS);
  }
}

function plain(id: string, value: number, unit: string): Metric {
  return { id, value, unit, floor: null, ratio: null, target: null, pass: null, note: "" };
}
