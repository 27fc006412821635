import type { GapCause } from "../device-events.ts";
import type { TellStation } from "./collector-messages.ts";
import { signalFrom } from "./data-value.ts";
import { NotificationOrder, type Ordered } from "./notification-order.ts";
import type { MachineSession, Notification, SessionSink } from "./opcua-session.ts";
import { hasOverflow } from "./status-code.ts";

export const TICK_MS = 1_000;
/** Two keep-alive intervals and a bit: by then a healthy machine has spoken twice. */
const TICKS_UNTIL_LOST = 5;

/** What one session says, brought into order, checked for holes and passed on to the station. */
export class Listening implements SessionSink {
  readonly #tell: TellStation;
  readonly #order = new NotificationOrder<Notification>();
  #isCut = false;
  #silentTicks = 0;
  #wake: (() => void) | undefined;
  end: { readonly cause: GapCause; readonly why: string } | undefined;

  constructor(tell: TellStation) {
    this.#tell = tell;
  }

  /** @param wake called once the session is over, now or later */
  onEnd(wake: () => void): void {
    this.#wake = wake;
    if (this.end) wake();
  }

  notified(notification: Notification): number {
    if (this.end) return notification.sequence; // what the library still does with an ended session is not ours
    if (this.#silentTicks >= TICKS_UNTIL_LOST && !this.#isCut) this.#status("ok", "");
    this.#silentTicks = 0;
    if (notification.isKeepAlive) this.#keptAlive(notification.sequence);
    else this.#passAll(this.#order.arrived(notification.sequence, notification, this.#isCut));
    return this.#order.last;
  }

  cut(): void {
    if (this.end) return;
    this.#isCut = true;
    this.#status("lost", "The network to the machine is interrupted");
  }

  resumed(): void {
    if (this.end) return;
    this.#isCut = false;
    this.#passAll(this.#order.giveUp());
    this.#status("ok", "");
  }

  ended(cause: GapCause, why: string): void {
    this.end ??= { cause, why };
    this.#wake?.();
  }

  /** Counts ticks, not time: a clock that jumps, or a computer that slept, ends no healthy session. */
  tick(session: MachineSession): void {
    if (this.end) return;
    this.#silentTicks += 1;
    const silentMs = this.#silentTicks * TICK_MS;
    if (silentMs > this.#patienceMs(session)) this.ended("session-lost", silence(silentMs));
    else if (this.#silentTicks === TICKS_UNTIL_LOST && !this.#isCut) this.#status("lost", silence(silentMs));
  }

  /** A healthy machine answers each keep-alive interval; a cut one has until its session times out. */
  #patienceMs(session: MachineSession): number {
    return this.#isCut ? 1.5 * session.sessionTimeoutMs : 3 * session.keepAliveMs + 10_000;
  }

  #keptAlive(nextSequence: number): void {
    if (this.#order.keepAlive(nextSequence, this.#isCut) > 0) this.#missed();
    this.#tell({ kind: "unchanged" });
  }

  #passAll(ordered: readonly Ordered<Notification>[]): void {
    for (const { message, missingBefore } of ordered) {
      if (missingBefore > 0) this.#missed();
      this.#pass(message.values);
    }
  }

  #pass(values: Notification["values"]): void {
    if (values.length === 0) return;
    const arrivedMonoNs = String(process.hrtime.bigint());
    const batch = values.map(({ signalId, received }) => signalFrom(signalId, received, arrivedMonoNs));
    if (batch.some(({ statusCode }) => hasOverflow(statusCode))) {
      this.#tell({ kind: "interrupted", cause: "queue-overflow" });
    }
    this.#tell({ kind: "signals", batch });
  }

  #missed(): void {
    this.#tell({ kind: "interrupted", cause: "connection-lost" });
  }

  #status(state: "ok" | "lost", detail: string): void {
    this.#tell({ kind: "status", state, detail });
  }
}

function silence(ms: number): string {
  return `The machine has been silent for ${Math.round(ms / 1000)} s`;
}
