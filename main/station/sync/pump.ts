import { unreachable } from "../../../shared/lib/unreachable.ts";
import { MAX_BATCH_EVENTS } from "../../../shared/protocol/messages.ts";
import { isLineFault } from "../../../shared/screen/sync-trouble.ts";
import { type Connection, connect } from "./connect.ts";
import { drain } from "./drain.ts";
import { FailureLog } from "./failure-log.ts";
import { MesError } from "./mes-error.ts";
import type { StopReason } from "./plan-sync.ts";
import { LONGEST_WAIT_MS, nextStep, SLOW_RETRY_MS } from "./retry-policy.ts";
import type { SyncParts } from "./sync-parts.ts";
import type { MesIdentity } from "./sync-ports.ts";
import type { WakeSignal } from "./wake-signal.ts";

export interface PumpOptions {
  /** Raised for new entries and for signs of life of the MES. */
  readonly wake: WakeSignal;
  readonly refillDirectives: (identity: MesIdentity, signal: AbortSignal) => Promise<void>;
  /** The MES named its newest directive. */
  readonly onDirectiveSeq: (directiveSeq: number) => void;
  /** Something was brought to an end: an answer, a failure with its delay decided, a pause. Feeds the watchdog. */
  readonly onProgress: () => void;
}

/** With nothing to send, a handshake this often keeps the age of the contact and the clock offset honest. */
const IDLE_HANDSHAKE_MS = 30_000;

/** After a halving the batch grows slowly, so that a thin line does not run into the same limit at every second one. */
const BATCH_GROWTH = 25;

/**
 * The actor that brings the journal to the MES: handshake, drain, wait; after any failure the delay of the retry policy
 * and a handshake again. Every path of the loop ends in another attempt (I-17), except a fork (I-7).
 */
export class Pump {
  readonly #parts: SyncParts;
  readonly #options: PumpOptions;
  readonly #failureLog: FailureLog;
  #failures = 0;
  #batchLimit = MAX_BATCH_EVENTS;
  #eventsInFlight = 0;

  constructor(parts: SyncParts, options: PumpOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#failureLog = new FailureLog(parts.log, "The journal does not reach the MES");
  }

  /**
   * Runs until `signal` fires or a fork is found. An abandoned run changes nothing any more: every step begins by
   * looking at its signal.
   *
   * @throws what the outbox throws, unless it is a refusal for now
   */
  async run(signal: AbortSignal): Promise<void> {
    let pauseMs: number | undefined = 0;
    while (pauseMs !== undefined) {
      await this.#parts.sleep(pauseMs, signal);
      if (signal.aborted) return;
      try {
        pauseMs = await this.#converge(signal);
      } catch (error) {
        if (signal.aborted) return;
        pauseMs = this.#decide(error);
      }
      this.#options.onProgress();
    }
  }

  /** One connection, from handshake to the first idle half minute. @returns the pause before the next one */
  async #converge(signal: AbortSignal): Promise<number | undefined> {
    const { refillDirectives, onDirectiveSeq, onProgress } = this.#options;
    this.#options.wake.lower();
    const connection = await connect(this.#parts, { signal, refillDirectives });
    onProgress();
    if (connection.kind === "stopped") return this.#stopped(connection.reason);
    // The line is well, however long the sending takes.
    if (isLineFault(this.#parts.board.get().trouble)) this.#parts.board.update({ trouble: null });
    onDirectiveSeq(connection.directiveSeq);
    do {
      await this.#drain(connection, signal);
      onProgress();
    } while (await this.#options.wake.wait(IDLE_HANDSHAKE_MS, this.#parts.sleep, signal));
    return 0;
  }

  async #drain(connection: Extract<Connection, { kind: "connected" }>, signal: AbortSignal): Promise<void> {
    await drain(this.#parts, {
      identity: connection.identity,
      signal,
      batchLimit: () => this.#batchLimit,
      onSending: (events) => {
        this.#eventsInFlight = events;
      },
      onAcknowledged: () => {
        this.#failures = 0;
        this.#batchLimit = Math.min(MAX_BATCH_EVENTS, this.#batchLimit + BATCH_GROWTH);
        this.#options.onProgress();
      },
    });
    this.#failures = 0;
    this.#failureLog.succeeded();
    this.#parts.board.update({ state: "up-to-date", trouble: null });
  }

  /** @returns the pause before the next attempt; undefined: none, a person has to act */
  #decide(error: unknown): number | undefined {
    const sentEvents = this.#eventsInFlight;
    this.#eventsInFlight = 0;
    if (!(error instanceof MesError)) return this.#storageRefused(error);
    this.#failures += 1;
    const { code, retryAfterMs } = error;
    const step = nextStep({
      code,
      retryAfterMs,
      attempt: this.#failures,
      sentEvents,
      random: this.#parts.random(),
    });
    this.#failureLog.failed(error);
    switch (step.kind) {
      case "split":
        this.#batchLimit = step.batchLimit;
        return 0;
      case "stop":
        this.#parts.log.error({ err: error }, "Sync stopped; a person has to act");
        this.#parts.board.update({ state: "stopped", trouble: step.trouble });
        return undefined;
      case "retry":
        this.#batchLimit = step.batchLimit ?? this.#batchLimit;
        // Being offline on top of it does not end what a person has to act on; only a drained queue does.
        this.#parts.board.update({
          state: "offline",
          trouble: step.trouble ?? this.#parts.board.get().trouble,
        });
        return step.delayMs;
      default:
        return unreachable(step);
    }
  }

  /** Wrong plant or wrong version: only the handshake is repeated, nothing is sent, until the other side is right. */
  #stopped(reason: StopReason): number | undefined {
    this.#parts.log.error({ reason }, "Sync stopped; a person has to act");
    const trouble = reason === "unsupported-protocol" ? "rejected" : reason;
    this.#parts.board.update({ state: "stopped", trouble });
    return reason === "fork" ? undefined : LONGEST_WAIT_MS;
  }

  #storageRefused(error: unknown): number {
    if (!this.#parts.isStorageRefusal(error)) throw error;
    this.#parts.log.error(
      { err: error },
      "The store cannot keep an acknowledgement now; it will be asked for again",
    );
    return SLOW_RETRY_MS;
  }
}
