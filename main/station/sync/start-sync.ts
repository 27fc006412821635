import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../../../shared/lib/clock.ts";
import { followDirectiveStream } from "./directive-stream.ts";
import { DirectivePuller } from "./directives.ts";
import { createMesClient, type MesClientOptions } from "./mes-client.ts";
import { Pump } from "./pump.ts";
import type { RollupSource } from "./rollup-port.ts";
import { RollupShipper } from "./ship-rollups.ts";
import { Stopwatch } from "./stopwatch.ts";
import { supervisePump } from "./supervise-pump.ts";
import type { SyncLog } from "./sync-log.ts";
import type { SyncParts } from "./sync-parts.ts";
import type { DirectiveMirror, Outbox } from "./sync-ports.ts";
import { createStatusBoard, type SyncStatus } from "./sync-status.ts";
import { type Sleep, WakeSignal } from "./wake-signal.ts";

export interface SyncOptions extends MesClientOptions {
  readonly clock: Clock;
  readonly log: SyncLog;
  /** Called after each change, with the whole status. */
  readonly onStatus?: (status: SyncStatus) => void;
  /** See SyncParts; without it every error of the store ends the process. */
  readonly isStorageRefusal?: (error: unknown) => boolean;
  readonly random?: () => number;
  readonly sleep?: Sleep;
}

/** What the station gives sync to read and write. */
export interface SyncPorts {
  readonly outbox: Outbox;
  readonly mirror: DirectiveMirror;
  /** Left out: no signal of a machine is stored here. */
  readonly rollups?: RollupSource | undefined;
}

export interface RunningSync {
  /** There are new entries. Cheap, may be called for each. */
  wake(): void;
  /** Ends all requests and waits until nothing runs any more. */
  stop(): Promise<void>;
  status(): SyncStatus;
}

/**
 * Starts the actors of sync: pump (journal up), puller (directives down), stream (push) and shipper (roll-ups up). A surprise in one of
 * them is left unhandled on purpose, so that the station logs it, ends and is started anew.
 */
export function startSync(options: SyncOptions, { outbox, mirror, rollups }: SyncPorts): RunningSync {
  const board = createStatusBoard(options.onStatus ?? (() => undefined));
  const parts: SyncParts = {
    stationId: options.stationId,
    client: createMesClient(options),
    outbox,
    mirror,
    board,
    clock: options.clock,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? sleepUnlessAborted,
    log: options.log,
    isStorageRefusal: options.isStorageRefusal ?? (() => false),
  };
  const stopping = new AbortController();
  const wakePump = new WakeSignal();
  const running = Promise.all([
    runActors(parts, wakePump, stopping.signal),
    ...(rollups === undefined ? [] : [new RollupShipper(parts, rollups).run(stopping.signal)]),
  ]);
  return {
    wake: () => wakePump.raise(),
    status: () => board.get(),
    async stop() {
      stopping.abort(new DOMException("Sync is stopping", "AbortError"));
      await running;
    },
  };
}

async function runActors(parts: SyncParts, wakePump: WakeSignal, signal: AbortSignal): Promise<void> {
  const wakePuller = new WakeSignal();
  const progress = new Stopwatch(parts.clock);
  const contact = new Stopwatch(parts.clock);
  const puller = new DirectivePuller(parts, { wake: wakePuller, onContact: () => contact.restart() });
  const pump = new Pump(parts, {
    wake: wakePump,
    refillDirectives: (identity, refillSignal) =>
      puller.refill(identity, refillSignal, () => progress.restart()),
    onDirectiveSeq: (seq) => {
      if (seq !== parts.mirror.cursor()) wakePuller.raise();
    },
    onProgress: () => progress.restart(),
  });
  const onPush = () => {
    wakePuller.raise();
    wakePump.raise();
  };
  await Promise.all([
    supervisePump(parts, { pump, progress, contact }, signal),
    puller.run(signal),
    followDirectiveStream(parts, { signal, onPush }),
  ]);
}

async function sleepUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    // Being woken early is what the signal is for.
    if (!signal.aborted) throw error;
  }
}
