import { builtCollector, collectorRun } from "../machines/collector-run.ts";
import { startFloodingMachine } from "../machines/flooding-machine.ts";
import { floorRun } from "../machines/floor-run.ts";
import type { SteadyRun } from "../machines/steady-run.ts";
import { cpuSecondsOf } from "../measure/process-cpu.ts";
import type { Metric } from "../measure/report.ts";
import { median, medianInterval } from "../measure/statistics.ts";

export const VARIABLES = 1_000;
/** Changes a server keeps for each: several seconds of the fastest flood. */
export const QUEUE_SIZE = 400;
const CPU_TARGET = 1.5;
const MEMORY_TARGET = 1.15;
/** The compiler is done with what runs often. */
const SETTLE_MS = 8_000;
const MEASURE_MS = 10_000;

export interface MachinesOptions {
  readonly pairs: number;
  /** Values a second. */
  readonly rates: readonly number[];
}

/**
 * CPU and memory of the process that listens and stores, in turns with the floor: a bare client of the same library that
 * counts, and a bulk insert of the same values. Encrypted and signed on both sides. A lost value voids the figure. The
 * server is a process of its own, on the same cores, and in no figure.
 */
export async function measureMachines({ pairs, rates }: MachinesOptions): Promise<readonly Metric[]> {
  const program = await builtCollector();
  const machine = await startFloodingMachine(VARIABLES);
  try {
    const metrics: Metric[] = [];
    for (const rate of rates) {
      const everyMs = (1_000 * VARIABLES) / rate;
      const flood = { everyMs, settleMs: SETTLE_MS, measureMs: MEASURE_MS, queueSize: QUEUE_SIZE };
      const measured: Pair[] = [];
      const server = { cpu: cpuSecondsOf(machine.pid), ms: performance.now() };
      for (let pair = 0; pair < pairs; pair += 1) {
        const floor = await floorRun(machine, flood);
        measured.push({ floor, product: await collectorRun(machine, { ...flood, program }) });
      }
      const serverShare =
        (1_000 * (cpuSecondsOf(machine.pid) - server.cpu)) / (performance.now() - server.ms);
      metrics.push(...metricsOf({ rate, pairs: measured, serverShare }));
    }
    return metrics;
  } finally {
    await machine.close();
  }
}

interface Pair {
  readonly floor: SteadyRun;
  readonly product: SteadyRun;
}

interface Measured {
  readonly rate: number;
  readonly pairs: readonly Pair[];
  /** Of one core. */
  readonly serverShare: number;
}

function metricsOf({ rate, pairs, serverShare }: Measured): readonly Metric[] {
  const id = `machines.${rate / 1_000}k`;
  const lost = pairs.reduce((sum, { product }) => sum + product.lost, 0);
  const held = median(pairs.map(({ product }) => product.valuesPerSecond));
  const cpu = compared(pairs, ({ cpuUsPerValue }) => cpuUsPerValue);
  const pss = compared(pairs, ({ pssMb }) => pssMb);
  const rss = compared(pairs, ({ rssMb }) => rssMb);
  return [
    {
      id: `${id}.cpu-per-value`,
      ...cpu.figures,
      unit: "µs",
      target: `<= ${CPU_TARGET}x, 0 lost`,
      pass: cpu.high <= CPU_TARGET && lost === 0,
      note: `${cpu.words}, ${pairs.length} pairs at ${Math.round(held)} values/s, ${lost} lost; floor: bare client and bulk insert; server at ${Math.round(100 * serverShare)} % of a core`,
    },
    {
      id: `${id}.memory`,
      ...pss.figures,
      unit: "MB PSS",
      target: `<= ${MEMORY_TARGET}x`,
      pass: pss.high <= MEMORY_TARGET,
      note: `${pss.words}; RSS ${rss.figures.value.toFixed(0)} MB, ${rss.figures.ratio.toFixed(2)}x; floor: the bare client`,
    },
  ];
}

function compared(pairs: readonly Pair[], figureOf: (run: SteadyRun) => number) {
  const ratios = pairs.map(({ floor, product }) => figureOf(product) / figureOf(floor));
  const { low, high } = medianInterval(ratios);
  return {
    figures: {
      value: median(pairs.map(({ product }) => figureOf(product))),
      floor: median(pairs.map(({ floor }) => figureOf(floor))),
      ratio: median(ratios),
    },
    high,
    words: `95 % ${low.toFixed(2)}..${high.toFixed(2)}`,
  };
}
