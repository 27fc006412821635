import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import Database from "better-sqlite3";
import type { FloodingMachine } from "../machines/flooding-machine.ts";
import { cpuSecondsOf } from "../measure/process-cpu.ts";
import { processMemory } from "../measure/process-memory.ts";
import type { Peer, StoredRows } from "./peer.ts";

const CONNECTS_WITHIN_MS = 90_000;
const SETTLE_MS = 5_000;
const FLUSH_MS = 10_000;

export interface PeerRun {
  readonly cpuUsPerValue: number;
  readonly stored: number;
  readonly lost: number;
  /** Every stored time is the one the machine gave. */
  readonly keepsSourceTime: boolean;
  readonly rssMb: number;
}

/** A peer beside the same machine; what counts is what lies in its database afterwards. */
export async function peerRun(
  peer: Peer,
  installed: readonly string[],
  { machine, everyMs, measureMs }: { machine: FloodingMachine; everyMs: number; measureMs: number },
): Promise<PeerRun> {
  const folder = mkdtempSync(path.join(tmpdir(), `takt-bench-${peer.name}-`));
  const program = await peer.start({ installed, folder, machine });
  const pid = program.pid ?? 0;
  try {
    await watching(machine);
    await delay(SETTLE_MS);
    const from = await machine.sequence();
    const cpuBefore = cpuSecondsOf(pid);
    await machine.flood(everyMs);
    await delay(measureMs);
    await machine.drain();
    await delay(FLUSH_MS);
    const cpuSeconds = cpuSecondsOf(pid) - cpuBefore;
    const { rssMb } = processMemory(pid);
    const to = await machine.sequence();
    const { stored, keepsSourceTime } = storedIn(peer.stored(folder), { from, to, everyMs });
    const lost = (to - from) * machine.variables - stored;
    return { cpuUsPerValue: (cpuSeconds * 1e6) / stored, stored, lost, keepsSourceTime, rssMb };
  } finally {
    const ended = once(program, "exit");
    program.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watching(machine: FloodingMachine): Promise<void> {
  const end = performance.now() + CONNECTS_WITHIN_MS;
  while ((await machine.watched()) < machine.variables) {
    if (performance.now() > end) throw new Error("does not listen to the machine");
    await delay(500);
  }
}

interface Expected {
  readonly from: number;
  readonly to: number;
  readonly everyMs: number;
}

/** Each change once; its time is the machine's when the times of all rows are as far apart as the changes were. */
function storedIn({ file, query }: StoredRows, { from, to, everyMs }: Expected) {
  const database = new Database(file, { readonly: true });
  const rows = database
    .prepare<[number, number], { stored: number; first: number; earliest: number; latest: number }>(
      `WITH stored_row AS (${query})
       SELECT count(DISTINCT item || ' ' || value) AS stored,
         min(atMs - value * ${everyMs}) AS earliest, max(atMs - value * ${everyMs}) AS latest
       FROM stored_row WHERE value > ? AND value <= ?`,
    )
    .get(from, to);
  database.close();
  if (rows === undefined || rows.stored === 0) throw new Error("stored nothing");
  return { stored: rows.stored, keepsSourceTime: rows.latest - rows.earliest <= 2 };
}
