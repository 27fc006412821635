import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { backoffMs } from "../../../../shared/lib/backoff.ts";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import type { DeviceLog, DeviceStatus, Signal, SignalGap } from "../device-events.ts";
import { StatusKeeper, wallUtc } from "../device-status.ts";
import {
  BEAT_EVERY_MS,
  type Collection,
  type CollectorCommand,
  type CollectorMessage,
  type LatestValue,
  type MachineMessage,
} from "./collector-messages.ts";
import { GapTracker } from "./gap-tracker.ts";
import type { MachineEndpoint } from "./machine-endpoint.ts";

// The source in development, its bundle beside this one in a package.
const PROCESS_FILE = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../collector/index.ts" : "./collector.mjs", import.meta.url),
);
const RESTART = { firstMs: 200, longestMs: 10_000 };
const BEATS_TO_MISS = 8;
const STOP_WITHIN_MS = 4_000;

export interface MachineFeedHandlers {
  /** Values in the order the machine sent them, one call per notification; without values: it sent only others. */
  signals(machineId: string, batch: readonly Signal[]): void;
  status(machineId: string, status: DeviceStatus): void;
  /** Called before the batch that ends the gap. */
  gap(machineId: string, gap: SignalGap): void;
  /** Once a second at most: what people look at. */
  latest(values: readonly LatestValue[]): void;
  log: DeviceLog;
}

export interface MachineFeed {
  /** Closes the sessions at the machines and ends the process. */
  stop(): Promise<void>;
  /** SIGKILL to the OPC UA process, which is then restarted. For tests. */
  kill(): void;
}

/** Listens to all machines in a process of its own, and restarts that process when it dies or hangs. */
export function startMachineFeed(collection: Collection, handlers: MachineFeedHandlers): MachineFeed {
  const feed = new RestartedFeed(collection, handlers);
  feed.start();
  return { stop: () => feed.stop(), kill: () => feed.kill() };
}

/** What is known of one machine, whichever process listens to it. */
class FedMachine {
  readonly status: StatusKeeper;
  readonly gaps = new GapTracker();
  readonly #machineId: string;
  readonly #handlers: MachineFeedHandlers;

  constructor({ machineId, endpointUrl }: MachineEndpoint, handlers: MachineFeedHandlers) {
    this.#machineId = machineId;
    this.#handlers = handlers;
    this.status = new StatusKeeper({ name: "machine", path: endpointUrl }, (it) =>
      handlers.status(machineId, it),
    );
  }

  receive(message: MachineMessage): void {
    switch (message.kind) {
      case "signals":
        this.#deliver(message.batch);
        break;
      case "unchanged":
        this.gaps.heardNothingNew(wallUtc());
        break;
      case "interrupted":
        this.gaps.interrupted(message.cause);
        break;
      case "status":
        this.status.set(message.state, message.detail);
        break;
      default:
        unreachable(message);
    }
  }

  #deliver(batch: readonly Signal[]): void {
    const gap = this.gaps.heardValues(wallUtc());
    if (gap) this.#handlers.gap(this.#machineId, gap);
    this.#handlers.signals(this.#machineId, batch);
  }
}

class RestartedFeed {
  readonly #collection: Collection;
  readonly #handlers: MachineFeedHandlers;
  readonly #machines: ReadonlyMap<string, FedMachine>;
  #child: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #watchdog: NodeJS.Timeout | undefined;
  #missedBeats = 0;
  #failures = 0;
  #isStopping = false;

  constructor(collection: Collection, handlers: MachineFeedHandlers) {
    this.#collection = collection;
    this.#handlers = handlers;
    this.#machines = new Map(
      collection.machines.map((machine) => [machine.machineId, new FedMachine(machine, handlers)]),
    );
  }

  start(): void {
    for (const { machineId, endpointUrl } of this.#collection.machines) {
      const status = this.#machines.get(machineId)?.status;
      if (status?.state === "off") status.set("connecting", `Connecting to ${endpointUrl}`);
    }
    const child = fork(PROCESS_FILE, [], {
      execPath: process.execPath,
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child = child;
    child.on("message", (message) => this.#receive(message as CollectorMessage));
    child.stderr?.on("data", (text) => this.#handlers.log("warn", `OPC UA process: ${String(text).trim()}`));
    child.on("error", (error) => this.#handlers.log("error", `OPC UA process: ${error.message}`));
    child.once("exit", (code, signal) => this.#exited(signal ?? `code ${code}`));
    send(child, { kind: "start", collection: this.#collection });
    this.#watch();
  }

  kill(): void {
    this.#child?.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child) await endOf(child);
    for (const { status } of this.#machines.values()) status.set("off", "Stopped");
  }

  /** Counts beats missed in turns of this loop: a busy station delays the count along with the beats. */
  #watch(): void {
    this.#missedBeats = 0;
    this.#watchdog = setInterval(() => {
      this.#missedBeats += 1;
      if (this.#missedBeats < BEATS_TO_MISS || this.#isStopping) return;
      this.#handlers.log("warn", "The OPC UA process hangs and is ended");
      this.kill();
    }, BEAT_EVERY_MS);
  }

  #exited(how: string): void {
    clearInterval(this.#watchdog);
    this.#child = undefined;
    if (this.#isStopping) return;
    this.#failures += 1;
    const waitMs = backoffMs(this.#failures, Math.random(), RESTART);
    for (const { gaps, status } of this.#machines.values()) {
      gaps.interrupted("collector-restarted");
      status.set("lost", "The OPC UA process ended and is being restarted");
    }
    this.#handlers.log("warn", `The OPC UA process ended (${how}); next start in ${waitMs} ms`);
    this.#restart = setTimeout(() => this.start(), waitMs);
  }

  #receive(message: CollectorMessage): void {
    this.#missedBeats = 0;
    switch (message.kind) {
      case "beat":
        break;
      case "machine":
        this.#failures = 0;
        this.#machines.get(message.machineId)?.receive(message.message);
        break;
      case "latest":
        this.#handlers.latest(message.values);
        break;
      case "log":
        this.#handlers.log(message.level, message.message);
        break;
      default:
        unreachable(message);
    }
  }
}

function send(child: ChildProcess, command: CollectorCommand): void {
  if (child.connected) child.send(command);
}

/** Asks first; a process that does not follow is ended. */
function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    send(child, { kind: "stop" });
  });
}
