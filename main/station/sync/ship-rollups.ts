import type { RollupState } from "../../../shared/protocol/signal-messages.ts";
import { FailureLog } from "./failure-log.ts";
import { MesError } from "./mes-error.ts";
import { nextStep, SLOW_RETRY_MS } from "./retry-policy.ts";
import type { RollupPosition, RollupSource } from "./rollup-port.ts";
import type { SyncParts } from "./sync-parts.ts";

/** A request of so many buckets is written within a quarter of a second, which is how long a booking may wait for it. */
const MOST_BUCKETS = 2_000;
const LIMIT_GROWTH = 100;
/** While entries of the journal wait, and between two looks whether they still do. */
const BOOKINGS_FIRST_MS = 200;
const NO_MES_MS = 1_000;
const OTHER_REVISION_MS = 1_000;
const MINUTE_MS = 60_000;
/** A minute that has closed is flushed to the store a little later. */
const AFTER_CLOSE_MS = 3_000;

/** Where the MES is, and what was sent since it said so. */
interface Known {
  readonly revision: number;
  readonly position: RollupPosition;
}

/**
 * The actor that brings the roll-ups of the machines' signals to the MES: only while no entry of the journal waits, one
 * small request in flight, from where the MES says it is (RU-4, RU-5). The station keeps no cursor of its own.
 */
export class RollupShipper {
  readonly #parts: SyncParts;
  readonly #source: RollupSource;
  readonly #failureLog: FailureLog;
  #known: Known | undefined;
  #limit = MOST_BUCKETS;
  #bucketsInFlight = 0;
  #failures = 0;

  constructor(parts: SyncParts, source: RollupSource) {
    this.#parts = parts;
    this.#source = source;
    this.#failureLog = new FailureLog(parts.log, "Roll-ups of signals do not reach the MES");
  }

  /** Runs until `signal` fires. What goes wrong with roll-ups is logged and tried again, and never ends the station. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let pauseMs: number;
      try {
        pauseMs = await this.#step(signal);
      } catch (error) {
        if (signal.aborted) return;
        pauseMs = this.#pauseAfter(error);
      }
      await this.#parts.sleep(pauseMs, signal);
    }
  }

  /** At most one request. @returns the pause before the next one */
  async #step(signal: AbortSignal): Promise<number> {
    const waitMs = this.#waitForBookings();
    if (waitMs > 0) return waitMs;
    const known = this.#known ?? this.#begin(await this.#parts.client.rollups(signal));
    const step = await this.#source.next(known.position, this.#limit);
    signal.throwIfAborted();
    if (step === undefined) return this.#restUntilNextMinute();
    // Reading took its time, and somebody may have booked meanwhile.
    const nowWaitMs = this.#waitForBookings();
    if (nowWaitMs > 0) return nowWaitMs;
    this.#bucketsInFlight = step.parcel.series.reduce((sum, { buckets }) => sum + buckets.length, 0);
    const answer = await this.#parts.client.uploadRollups(
      { ...step.parcel, afterRevision: known.revision },
      signal,
    );
    this.#bucketsInFlight = 0;
    this.#refuseForeign(answer);
    if (!answer.taken) return this.#startAnew();
    this.#known = { revision: answer.revision, position: step.next };
    this.#source.confirmed(answer.upTo);
    this.#succeeded();
    return 0;
  }

  #waitForBookings(): number {
    const { state } = this.#parts.board.get();
    if (state === "offline" || state === "stopped") return NO_MES_MS;
    const { outbox } = this.#parts;
    const isWaiting = outbox.epochs().some(({ epoch, seq }) => outbox.acknowledged(epoch).seq < seq);
    return isWaiting || state === "sending" ? BOOKINGS_FIRST_MS : 0;
  }

  #begin(held: RollupState): Known {
    this.#refuseForeign(held);
    const { storeId, upTo, revision, minutesKeptFromSeconds } = held;
    const nothingNewer = { insideUs: null, freshUs: 0, freshPart: null, gapsUs: 0, openGaps: [] };
    const position = { storeId, upTo, keptFromUs: minutesKeptFromSeconds * 1e6, ...nothingNewer };
    this.#known = { revision, position };
    return this.#known;
  }

  /** Another request came first, or the MES has another past now: what it holds is asked for again. */
  #startAnew(): number {
    this.#known = undefined;
    return OTHER_REVISION_MS;
  }

  #restUntilNextMinute(): number {
    this.#succeeded();
    this.#source.rest();
    const nowMs = Date.parse(this.#parts.clock.now().atUtc);
    return MINUTE_MS - ((nowMs - AFTER_CLOSE_MS) % MINUTE_MS);
  }

  #succeeded(): void {
    this.#failures = 0;
    this.#limit = Math.min(MOST_BUCKETS, this.#limit + LIMIT_GROWTH);
    this.#failureLog.succeeded();
  }

  #refuseForeign({ mesId, stationId }: RollupState): void {
    const own = this.#parts.outbox.mesIdentity()?.mesId;
    if (mesId === own && stationId === this.#parts.stationId) return;
    throw new MesError("wrong-ack", `Roll-ups were answered by MES ${mesId} for ${stationId}`);
  }

  #pauseAfter(error: unknown): number {
    const sentEvents = this.#bucketsInFlight;
    this.#bucketsInFlight = 0;
    this.#failures += 1;
    // Whether the last request was taken is not known, and the MES may be another one by now.
    this.#known = undefined;
    if (!(error instanceof MesError)) {
      this.#parts.log.error({ err: error }, "The roll-ups of signals cannot be read");
      return SLOW_RETRY_MS;
    }
    const { code, retryAfterMs } = error;
    const attempt = this.#failures;
    const step = nextStep({ code, retryAfterMs, attempt, sentEvents, random: this.#parts.random() });
    this.#failureLog.failed(error);
    if (step.kind === "stop") return SLOW_RETRY_MS;
    this.#limit = step.batchLimit ?? this.#limit;
    return step.kind === "split" ? 0 : step.delayMs;
  }
}
