import { FailureLog } from "./failure-log.ts";
import { MesError } from "./mes-error.ts";
import { nextStep, SLOW_RETRY_MS } from "./retry-policy.ts";
import { siftDirectives } from "./sift-directives.ts";
import type { SyncParts } from "./sync-parts.ts";
import type { MesIdentity } from "./sync-ports.ts";
import type { RefusedDirective } from "./validate-directive.ts";
import type { WakeSignal } from "./wake-signal.ts";

export interface DirectivePullerOptions {
  /** Raised when the MES says that there is something new. */
  readonly wake: WakeSignal;
  /** A page came that was certainly this MES's. */
  readonly onContact: () => void;
}

interface PullOptions {
  /** Asked after each page: whose directives may be applied. */
  readonly expected: () => MesIdentity | null;
  readonly signal: AbortSignal;
  readonly onPage: () => void;
}

/** Pulled this often without being told to: a lost push costs no more. */
const PULL_MS = 30_000;
const REFUSED_SHOWN = 20;

/** The actor that brings the directive log of the MES into the mirror. */
export class DirectivePuller {
  readonly #parts: SyncParts;
  readonly #options: DirectivePullerOptions;
  readonly #failureLog: FailureLog;
  /**
   * How far the log was read, entries that could not be used included. Ahead of the mirror's cursor after a bad last
   * entry; after a restart that one is read, and told, once more.
   */
  #position: number | undefined;

  constructor(parts: SyncParts, options: DirectivePullerOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#failureLog = new FailureLog(parts.log, "Directives cannot be pulled");
  }

  /** Runs until `signal` fires. @throws what the mirror throws, unless it is a refusal for now */
  async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.#pullKnown(signal);
        failures = 0;
        this.#failureLog.succeeded();
        await this.#options.wake.wait(PULL_MS, this.#parts.sleep, signal);
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        await this.#parts.sleep(this.#pauseAfter(error, failures), signal);
      }
    }
  }

  /**
   * Applies the whole log of `identity` from its beginning (its database is another one than before).
   *
   * @param onPage one page of it is applied; a long log is progress all the same
   */
  async refill(identity: MesIdentity, signal: AbortSignal, onPage: () => void): Promise<void> {
    await this.#pullFrom(0, { expected: () => identity, signal, onPage });
  }

  /** Before the first handshake there is no MES whose directives could be believed. */
  async #pullKnown(signal: AbortSignal): Promise<void> {
    if (this.#parts.outbox.mesIdentity() === null) return;
    const from = this.#position ?? this.#parts.mirror.cursor();
    const expected = () => this.#parts.outbox.mesIdentity();
    await this.#pullFrom(from, { expected, signal, onPage: () => undefined });
  }

  async #pullFrom(from: number, { expected, signal, onPage }: PullOptions): Promise<void> {
    let after = from;
    for (;;) {
      const page = await this.#parts.client.directives(after, signal);
      signal.throwIfAborted();
      refuseForeign(page, expected());
      const nowUtc = this.#parts.clock.now().atUtc;
      this.#parts.board.update({ lastContactUtc: nowUtc });
      this.#options.onContact();
      if (page.lastSeq < after) {
        // The MES has lost directives that we hold: its sequence begins anew somewhere below, so ours must too.
        after = 0;
        continue;
      }
      const reached = this.#apply(page.directives, after, nowUtc);
      onPage();
      if (reached === after || reached >= page.lastSeq) break;
      after = reached;
    }
    this.#parts.mirror.confirm(this.#parts.clock.now().atUtc);
  }

  #apply(raw: readonly unknown[], after: number, nowUtc: string): number {
    const { usable, refused, reached } = siftDirectives(raw, after);
    if (usable.length > 0) this.#parts.mirror.apply(usable, nowUtc);
    if (refused.length > 0) this.#show(refused);
    this.#position = reached;
    return reached;
  }

  #show(refused: readonly RefusedDirective[]): void {
    for (const directive of refused)
      this.#parts.log.warn({ directive }, "Skipped a directive that cannot be used");
    const shown = [...this.#parts.board.get().refusedDirectives, ...refused].slice(-REFUSED_SHOWN);
    this.#parts.board.update({ refusedDirectives: shown });
  }

  #pauseAfter(error: unknown, attempt: number): number {
    if (error instanceof MesError) {
      const { code, retryAfterMs } = error;
      const step = nextStep({ code, retryAfterMs, attempt, sentEvents: 0, random: this.#parts.random() });
      this.#failureLog.failed(error);
      return step.kind === "retry" ? step.delayMs : SLOW_RETRY_MS;
    }
    if (!this.#parts.isStorageRefusal(error)) throw error;
    this.#parts.log.error(
      { err: error },
      "The store cannot take directives now; they will be asked for again",
    );
    return SLOW_RETRY_MS;
  }
}

/** Directives of another plant, or of a database whose handshake is still to come, are not ours to apply. */
function refuseForeign(page: MesIdentity, expected: MesIdentity | null): void {
  if (page.mesId === expected?.mesId && page.mesEpoch === expected.mesEpoch) return;
  throw new MesError(
    "wrong-ack",
    `Directives of MES ${page.mesId}/${page.mesEpoch} are not for this station`,
  );
}
