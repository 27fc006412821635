import { backoffMs } from "../../../../shared/lib/backoff.ts";
import type { GapCause } from "../device-events.ts";
import type { TellStation } from "./collector-messages.ts";
import { signalFrom } from "./data-value.ts";
import type { MachineEndpoint } from "./machine-endpoint.ts";
import { type MachineSession, type Notification, openMachineSession } from "./opcua-session.ts";
import { SequenceGuard } from "./sequence-guard.ts";
import { hasOverflow } from "./status-code.ts";

const RETRY = { firstMs: 250, longestMs: 5_000 };
const TICK_MS = 1_000;
const SILENT_TICKS_ALLOWED = 3;

/**
 * Keeps one session with the machine alive for ever: connects, listens, and starts afresh when a session is over.
 * Runs in the OPC UA process only.
 */
export class Collector {
  readonly #endpoint: MachineEndpoint;
  readonly #tell: TellStation;
  #isStopped = false;
  #lastFailure = "";
  #wake: (() => void) | undefined;

  constructor(endpoint: MachineEndpoint, tell: TellStation) {
    this.#endpoint = endpoint;
    this.#tell = tell;
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
    const listening = new Listening(this.#tell);
    let session: MachineSession;
    try {
      session = await openMachineSession(this.#endpoint, listening);
    } catch (error) {
      this.#failed(error);
      return false;
    }
    this.#lastFailure = "";
    this.#status("ok", "");
    const why = await this.#untilOver(session, listening);
    if (!this.#isStopped) this.#status("lost", why);
    await session.close();
    return true;
  }

  /** The same failure again is not news: attempts go on every few seconds for as long as the machine is off. */
  #failed(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    if (words === this.#lastFailure) return;
    this.#lastFailure = words;
    this.#status("lost", words);
    this.#tell({ kind: "log", level: "info", message: `${words} (${causeOf(error)})` });
  }

  async #untilOver(session: MachineSession, listening: Listening): Promise<string> {
    while (!this.#isStopped && listening.end === undefined) {
      await this.#pause(TICK_MS, listening);
      listening.tick(session);
    }
    if (listening.end === undefined) return "";
    this.#tell({ kind: "interrupted", cause: listening.end.cause });
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
    this.#tell({ kind: "status", state, detail });
  }
}

/** What one session says, checked for holes and passed on. */
class Listening {
  readonly #tell: TellStation;
  readonly #guard = new SequenceGuard();
  #silentTicks = 0;
  #wake: (() => void) | undefined;
  end: { readonly cause: GapCause; readonly why: string } | undefined;

  constructor(tell: TellStation) {
    this.#tell = tell;
  }

  onEnd(wake: () => void): void {
    this.#wake = wake;
    if (this.end) wake();
  }

  notified({ sequence, isKeepAlive, values }: Notification): void {
    if (this.end) return; // what the library still does with an ended session is not ours
    if (this.#silentTicks >= SILENT_TICKS_ALLOWED) this.#tell({ kind: "status", state: "ok", detail: "" });
    this.#silentTicks = 0;
    const verdict = isKeepAlive ? this.#guard.keepAlive(sequence) : this.#guard.data(sequence);
    if (verdict.kind === "duplicate") return;
    if (verdict.kind === "missing") this.#tell({ kind: "interrupted", cause: "connection-lost" });
    if (values.length === 0) this.#tell({ kind: "unchanged" });
    else this.#pass(values);
  }

  #pass(values: Notification["values"]): void {
    const arrivedMonoNs = String(process.hrtime.bigint());
    const batch = values.map(({ signalId, received }) => signalFrom(signalId, received, arrivedMonoNs));
    if (batch.some(({ statusCode }) => hasOverflow(statusCode))) {
      this.#tell({ kind: "interrupted", cause: "queue-overflow" });
    }
    this.#tell({ kind: "signals", batch });
  }

  cut(): void {
    if (!this.end)
      this.#tell({ kind: "status", state: "lost", detail: "The network to the machine is interrupted" });
  }

  resumed(): void {
    if (!this.end) this.#tell({ kind: "status", state: "ok", detail: "" });
  }

  ended(cause: GapCause, why: string): void {
    this.end ??= { cause, why };
    this.#wake?.();
  }

  /** Counts ticks, not time: a clock that jumps, or a computer that slept, ends no healthy session. */
  tick(session: MachineSession): void {
    this.#silentTicks += 1;
    const silentMs = this.#silentTicks * TICK_MS;
    const patienceMs = session.isReconnecting()
      ? 1.5 * session.sessionTimeoutMs
      : 3 * session.keepAliveMs + 10_000;
    if (silentMs > patienceMs) {
      this.ended("session-lost", `The machine has been silent for ${Math.round(silentMs / 1000)} s`);
    }
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? (cause.message.split("\n", 1)[0] ?? "") : String(cause);
}
