import type { ChildProcess } from "node:child_process";
import { backoffMs } from "../../../../shared/lib/backoff.ts";
import type { Result } from "../../../../shared/lib/result.ts";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import type { DeviceLog } from "../device-events.ts";
import {
  BEAT_EVERY_MS,
  type Collection,
  type CollectorCommand,
  type CollectorMessage,
  type LatestValue,
} from "./collector-messages.ts";
import type { AnswersByKind, NoAnswer, QuestionKind, QuestionOf } from "./collector-questions.ts";
import { FedMachine, type FedMachineHandlers } from "./fed-machine.ts";
import { forkCollector } from "./fork-collector.ts";
import { PendingQuestions } from "./pending-questions.ts";

const RESTART = { firstMs: 200, longestMs: 10_000 };
const BEATS_TO_MISS = 8;
const STOP_WITHIN_MS = 4_000;
/** Exploring a slow machine of thousands of nodes takes this long at worst. */
const ANSWER_WITHIN_MS = 30_000;

export interface MachineFeedHandlers extends FedMachineHandlers {
  /** Once a second at most: what people look at. */
  latest(values: readonly LatestValue[]): void;
  log: DeviceLog;
}

export interface MachineFeed {
  /** Asks about any machine, mapped or not. Without machines to listen to, the process is started by the first question. */
  ask<Kind extends QuestionKind>(question: QuestionOf<Kind>): Promise<Result<AnswersByKind[Kind], NoAnswer>>;
  /** The MES has the roll-ups of everything up to this segment: they may be cleared away. */
  sent(upTo: number): void;
  /** Closes the sessions at the machines and ends the process. */
  stop(): Promise<void>;
  /** SIGKILL to the OPC UA process, which is then restarted. For tests. */
  kill(): void;
}

/**
 * Listens to all machines in a process of its own, and restarts that process when it dies or hangs.
 * @param program what that process runs, when it is not the one beside this
 */
export function startMachineFeed(
  collection: Collection,
  handlers: MachineFeedHandlers,
  program?: string,
): MachineFeed {
  const feed = new RestartedFeed(collection, handlers, program);
  if (collection.machines.length > 0) feed.start();
  return {
    ask: (question) => feed.ask(question),
    sent: (upTo) => feed.sent(upTo),
    stop: () => feed.stop(),
    kill: () => feed.kill(),
  };
}

class RestartedFeed {
  readonly #collection: Collection;
  readonly #handlers: MachineFeedHandlers;
  readonly #machines: ReadonlyMap<string, FedMachine>;
  readonly #program: string | undefined;
  #child: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #watchdog: NodeJS.Timeout | undefined;
  readonly #questions = new PendingQuestions(ANSWER_WITHIN_MS);
  #missedBeats = 0;
  #failures = 0;
  #isStopping = false;

  constructor(collection: Collection, handlers: MachineFeedHandlers, program: string | undefined) {
    this.#collection = collection;
    this.#handlers = handlers;
    this.#program = program;
    this.#machines = new Map(
      collection.machines.map((machine) => [machine.machineId, new FedMachine(machine, handlers)]),
    );
  }

  start(): void {
    for (const { machineId, endpointUrl } of this.#collection.machines) {
      const status = this.#machines.get(machineId)?.status;
      if (status?.state === "off") status.set("connecting", `Connecting to ${endpointUrl}`);
    }
    const child = forkCollector(this.#program);
    this.#child = child;
    child.on("message", (message) => this.#receive(message as CollectorMessage));
    child.stderr?.on("data", (text) => this.#handlers.log("warn", `OPC UA process: ${String(text).trim()}`));
    child.on("error", (error) => this.#handlers.log("error", `OPC UA process: ${error.message}`));
    child.once("exit", (code, signal) => this.#exited(signal ?? `code ${code}`));
    send(child, { kind: "start", collection: this.#collection });
    this.#watch();
  }

  ask<Kind extends QuestionKind>(question: QuestionOf<Kind>): Promise<Result<AnswersByKind[Kind], NoAnswer>> {
    const isIdle = this.#child === undefined && this.#restart === undefined;
    if (isIdle && !this.#isStopping) this.start();
    return this.#questions.ask(question, (id, asked) => {
      if (this.#child?.connected !== true) return false;
      this.#child.send({ kind: "ask", id, question: asked } satisfies CollectorCommand);
      return true;
    });
  }

  /** Lost with the process, and told again with the next upload. */
  sent(upTo: number): void {
    if (this.#child !== undefined) send(this.#child, { kind: "sent", upTo });
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
    this.#questions.abandonAll();
    if (this.#isStopping) return;
    if (this.#machines.size === 0) {
      this.#handlers.log("warn", `The OPC UA process ended (${how}); the next question starts it again`);
      return;
    }
    this.#failures += 1;
    const waitMs = backoffMs(this.#failures, Math.random(), RESTART);
    for (const machine of this.#machines.values()) machine.processEnded();
    this.#handlers.log("warn", `The OPC UA process ended (${how}); next start in ${waitMs} ms`);
    this.#restart = setTimeout(() => {
      this.#restart = undefined;
      this.start();
    }, waitMs);
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
      case "health":
        for (const health of message.machines) this.#machines.get(health.machineId)?.feels(health);
        break;
      case "answer":
        this.#questions.answered(message.id, message.answer);
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
