import type { AcknowledgeAnswer } from "../../../../shared/domain/machines/alarms/decide-acknowledge.ts";
import { backoffMs } from "../../../../shared/lib/backoff.ts";
import { CHANGED, NOT_SENT, UNANSWERED } from "./acknowledge-answer.ts";
import type { MachineHealth, MachineMessage, TellStation } from "./collector-messages.ts";
import type { QuestionOf } from "./collector-questions.ts";
import { LinkHealth } from "./link-health.ts";
import { type ListenedMachine, Listening, tickMsOf } from "./listening.ts";
import { type MachineEndpoint, SIGN_OF_LIFE_MS } from "./machine-endpoint.ts";
import { revisedWords } from "./negotiated.ts";
import { certificateView } from "./server-trust.ts";
import { type MachineSession, openMachineSession } from "./stack/machine-session.ts";
import type { ValueSink } from "./value-sink.ts";

const RETRY = { firstMs: 250, longestMs: 5_000 };

/**
 * Keeps one session with the machine alive for ever: connects, listens, and starts afresh when a session is over.
 * Runs in the OPC UA process only.
 */
export class Collector {
  readonly #endpoint: MachineEndpoint;
  readonly #machine: ListenedMachine;
  readonly #tell: TellStation;
  readonly #health: LinkHealth;
  #isStopped = false;
  #lastFailure = "";
  #wake: (() => void) | undefined;
  #open: { readonly session: MachineSession; readonly listening: Listening } | undefined;

  /** @param place where this machine's values go: its first slot in the sink */
  constructor(endpoint: MachineEndpoint, place: { sink: ValueSink; firstSlot: number }, tell: TellStation) {
    const { machineId, signals, alarmSources = [], signOfLifeMs = SIGN_OF_LIFE_MS } = endpoint;
    this.#endpoint = endpoint;
    this.#tell = tell;
    const tellOfMachine = (message: MachineMessage) => tell({ kind: "machine", machineId, message });
    const signalIds = signals.map(({ signalId }) => signalId);
    this.#health = new LinkHealth(machineId, signalIds, Date.now());
    const told = { tell: tellOfMachine, health: this.#health };
    this.#machine = { machineId, signals, alarmSources, signOfLifeMs, ...place, ...told };
  }

  /** Returns after stop(). */
  async run(): Promise<void> {
    for (let failures = 0; !this.#isStopped; ) {
      const hadSession = await this.#oneSession();
      failures = hadSession ? 1 : failures + 1;
      if (!this.#isStopped) await this.#pause(backoffMs(failures, Math.random(), RETRY));
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#wake?.();
  }

  /** @returns whether there was a session at all */
  async #oneSession(): Promise<boolean> {
    const listening = new Listening(this.#machine);
    let session: MachineSession;
    try {
      session = await openMachineSession(this.#endpoint, listening);
    } catch (error) {
      this.#failed(error);
      return false;
    }
    this.#lastFailure = "";
    await this.#opened(session, listening);
    this.#open = { session, listening };
    const why = await this.#untilOver(session, listening);
    this.#open = undefined;
    this.#health.closed();
    if (!this.#isStopped) this.#status("lost", why);
    await session.close();
    return true;
  }

  async #opened(
    { certificate, negotiated, keepsNothing }: MachineSession,
    listening: Listening,
  ): Promise<void> {
    const { machineId, pkiDir } = this.#endpoint;
    const shown = certificate === null ? null : await certificateView(pkiDir, certificate);
    this.#health.opened({ certificate: shown, negotiated }, Date.now());
    const words = revisedWords(negotiated);
    if (words !== "") this.#tell({ kind: "log", level: "warn", message: `${machineId}: ${words}` });
    if (listening.end === undefined) listening.opened({ revised: words, keepsNothing });
  }

  get machineId(): string {
    return this.#machine.machineId;
  }

  /** Says now or never that somebody has seen an alarm: nothing is said later, when nobody looks. */
  async acknowledge(seen: QuestionOf<"acknowledge">): Promise<AcknowledgeAnswer> {
    const { sourceId, eventId, comment } = seen;
    if (this.#open?.listening.isConnected !== true) return NOT_SENT;
    const { session, listening } = this.#open;
    const conditionId = listening.conditionOf(sourceId, eventId);
    if (conditionId === undefined) return CHANGED;
    return session.acknowledge({ conditionId, eventId, comment }).catch(() => UNANSWERED); // the link has a watch of its own
  }

  /** How the connection is, with rates since the last call. */
  health(): MachineHealth {
    return this.#health.take(Date.now());
  }

  /** The same failure again is not news: attempts go on every few seconds for as long as the machine is off. */
  #failed(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    if (words === this.#lastFailure) return;
    this.#lastFailure = words;
    this.#status("lost", words);
    this.#tell({
      kind: "log",
      level: "info",
      message: `${this.#endpoint.machineId}: ${words} (${causeOf(error)})`,
    });
  }

  async #untilOver(session: MachineSession, listening: Listening): Promise<string> {
    while (!this.#isStopped && listening.end === undefined) {
      await this.#pause(tickMsOf(this.#machine), listening);
      listening.tick(session);
    }
    if (listening.end === undefined) return "";
    const { cause } = listening.end;
    this.#machine.sink.interrupted(this.#machine.machineId, cause);
    this.#machine.tell({ kind: "interrupted", cause });
    return listening.end.why;
  }

  /** Ends early at stop() and when the session ends. */
  #pause(ms: number, listening?: Listening): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      listening?.onEnd(this.#wake);
    });
  }

  #status(state: "ok" | "lost", detail: string): void {
    this.#machine.tell({ kind: "status", state, detail });
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? (cause.message.split("\n", 1)[0] ?? "") : String(cause);
}
