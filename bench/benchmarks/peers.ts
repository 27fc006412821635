import { builtCollector, collectorRun } from "../machines/collector-run.ts";
import { startFloodingMachine } from "../machines/flooding-machine.ts";
import type { Metric } from "../measure/report.ts";
import { fuxa } from "../peers/fuxa.ts";
import { installPeer } from "../peers/install-peer.ts";
import { nodeRed } from "../peers/node-red.ts";
import type { Peer } from "../peers/peer.ts";
import { type PeerRun, peerRun } from "../peers/peer-run.ts";
import { QUEUE_SIZE } from "./machines.ts";

const VARIABLES = 100;
/** Of ours in the comparison at a slow rate. */
const EVERY_MS = 200;
const MEASURE_MS = 30_000;
const SETTLE_MS = 8_000;
const FAST_EVERY_MS = 10;
/** How many times cheaper a value should be with us; and changes as often as each of them is able to store, about. */
const PEERS = [
  { peer: nodeRed, factor: 60, everyMs: 200 },
  { peer: fuxa, factor: 35, everyMs: 1_000 },
] as const;

/**
 * Node-RED and FUXA beside the same machine with the same items; CPU for each value that lies in their database. They are
 * spared encryption, which we are not.
 */
export async function measurePeers(): Promise<readonly Metric[]> {
  const program = await builtCollector();
  const machine = await startFloodingMachine(VARIABLES);
  try {
    const flood = { settleMs: SETTLE_MS, queueSize: QUEUE_SIZE, program };
    const slow = await collectorRun(machine, { ...flood, everyMs: EVERY_MS, measureMs: MEASURE_MS });
    const fast = await collectorRun(machine, { ...flood, everyMs: FAST_EVERY_MS, measureMs: MEASURE_MS / 3 });
    const ours = { slow: slow.cpuUsPerValue, fast: fast.cpuUsPerValue };
    const metrics: Metric[] = [
      {
        ...plain("machines.peers.takt", ours.slow),
        note: `ours at ${Math.round(slow.valuesPerSecond)} values/s, ${slow.lost} lost, source time kept, encrypted; ${ours.fast.toFixed(2)} µs at ${Math.round(fast.valuesPerSecond)} values/s`,
      },
    ];
    for (const { peer, ...how } of PEERS) metrics.push(await metricOf(peer, { machine, ours, ...how }));
    return metrics;
  } finally {
    await machine.close();
  }
}

interface Against {
  readonly machine: Awaited<ReturnType<typeof startFloodingMachine>>;
  readonly factor: number;
  readonly everyMs: number;
  readonly ours: { readonly slow: number; readonly fast: number };
}

async function metricOf(peer: Peer, { machine, factor, everyMs, ours }: Against): Promise<Metric> {
  const id = `machines.peers.${peer.name}`;
  const installs = peer.packages.map(installPeer);
  const refused = installs.find((install) => !install.ok);
  if (refused?.ok === false) return notMeasured(id, `cannot be installed here: ${refused.why}`);
  const folders = installs.flatMap((install) => (install.ok ? [install.folder] : []));
  try {
    const load = { machine, everyMs, measureMs: MEASURE_MS };
    return metricOfRun(id, await peerRun(peer, folders, load), { peer, factor, everyMs, ours });
  } catch (failure) {
    return notMeasured(id, `installed, but ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}

function metricOfRun(
  id: string,
  run: PeerRun,
  { peer, factor, everyMs, ours }: Omit<Against, "machine"> & { readonly peer: Peer },
): Metric {
  const ratio = run.cpuUsPerValue / ours.fast;
  return {
    ...plain(id, run.cpuUsPerValue),
    floor: ours.fast,
    ratio,
    target: `>= ${factor}x ours`,
    pass: ratio >= factor,
    note: `at ${(VARIABLES * 1_000) / everyMs} values/s: ${run.stored} stored, ${run.lost} lost, source time ${run.keepsSourceTime ? "kept" : "NOT kept"}, ${run.rssMb.toFixed(0)} MB RSS; ${(run.cpuUsPerValue / ours.slow).toFixed(1)}x ours at ${(VARIABLES * 1_000) / EVERY_MS} values/s; ${peer.settings}`,
  };
}

function notMeasured(id: string, why: string): Metric {
  return { ...plain(id, Number.NaN), note: `NOT MEASURED: ${why}` };
}

function plain(id: string, value: number): Metric {
  return { id, value, unit: "µs", floor: null, ratio: null, target: null, pass: null, note: "" };
}
