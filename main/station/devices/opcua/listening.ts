import { storedNotice } from "../../../../shared/domain/machines/alarms/alarm-notice.ts";
import type { AlarmSource } from "../../../../shared/domain/machines/alarms/alarm-source.ts";
import type { GapCause } from "../device-events.ts";
import { AlarmIntake, type AlarmListener } from "./alarm-intake.ts";
import type { TellOfMachine } from "./collector-messages.ts";
import { signalFrom } from "./data-value.ts";
import type { LinkHealth } from "./link-health.ts";
import type { WatchedSignal } from "./machine-endpoint.ts";
import { NotificationOrder, type Ordered } from "./notification-order.ts";
import { putValue } from "./put-value.ts";
import { RepeatedValues } from "./repeated-values.ts";
import type { MachineSession, Notification, SessionSink, ValueChange } from "./stack/machine-session.ts";
import { StaleWatch } from "./stale-watch.ts";
import { hasOverflow } from "./status-code.ts";
import type { ValueSink } from "./value-sink.ts";

/** Ticks in which a healthy machine gives one sign of life. */
const TICKS_PER_SIGN = 2;
/** Two keep-alive intervals and a bit: by then a healthy machine has spoken twice. */
const TICKS_UNTIL_LOST = 5;
/** By then the first value of every signal should have come, and after a cut what a machine says once more. */
const TICKS_UNTIL_FIRST = 10;
const TICKS_BETWEEN_LOOKS = 20;

export interface ListenedMachine {
  readonly machineId: string;
  readonly signals: readonly WatchedSignal[];
  /** Their slots follow those of the signals. */
  readonly alarmSources: readonly AlarmSource[];
  /** Slot of the first of them in the sink; the others follow. */
  readonly firstSlot: number;
  readonly tell: TellOfMachine;
  readonly sink: ValueSink;
  readonly health: LinkHealth;
  readonly signOfLifeMs: number;
}

/** What a machine agreed to. */
export interface AgreedTerms {
  /** In words where it is less than was asked; empty: all as asked. */
  readonly revised: string;
  /** During a cut it keeps but the newest value of some signal that more were asked for. */
  readonly keepsNothing: boolean;
}

/** How often `tick` is to be called. */
export function tickMsOf({ signOfLifeMs }: Pick<ListenedMachine, "signOfLifeMs">): number {
  return signOfLifeMs / TICKS_PER_SIGN;
}

/** What one session says, brought into order, checked for holes and passed on to the station. */
export class Listening implements SessionSink {
  readonly #machine: ListenedMachine;
  readonly #tell: TellOfMachine;
  readonly #order = new NotificationOrder<Notification>();
  #isCut = false;
  #silentTicks = 0;
  #ticks = 0;
  /** Since the session was taken up after a cut. */
  #ticksResumed = 0;
  /** The first value of every signal has come, or will not: only then is a gap before this session over. */
  #isWhole = false;
  readonly #stale: StaleWatch;
  readonly #repeated: RepeatedValues;
  readonly #alarms: AlarmIntake;
  /** What a healthy connection says of itself: the machine may have agreed to less than was asked. */
  #okWords = "";
  #keepsNothing = false;
  #wake: (() => void) | undefined;
  end: { readonly cause: GapCause; readonly why: string } | undefined;

  constructor(machine: ListenedMachine) {
    this.#machine = machine;
    this.#tell = machine.tell;
    this.#stale = new StaleWatch(machine.signals);
    this.#repeated = new RepeatedValues(machine.signals.length);
    const missed = () => this.#interrupted("queue-overflow");
    this.#alarms = new AlarmIntake(machine.alarmSources, { tell: alarmsTo(machine), missed });
  }

  /** The session stands. */
  opened({ revised, keepsNothing }: AgreedTerms): void {
    this.#okWords = revised;
    this.#keepsNothing = keepsNothing;
    this.#alarms.opened();
    this.#status("ok", revised);
  }

  /** Something said to the machine now gets an answer, as far as anybody knows. */
  get isConnected(): boolean {
    return !this.#isCut && this.end === undefined;
  }

  /** @see AlarmIntake.conditionOf */
  conditionOf(sourceId: string, eventId: string): string | undefined {
    return this.#alarms.conditionOf(sourceId, eventId);
  }

  /** @param wake called once the session is over, now or later */
  onEnd(wake: () => void): void {
    this.#wake = wake;
    if (this.end) wake();
  }

  notified(notification: Notification): number {
    if (this.end) return notification.sequence; // what the library still does with an ended session is not ours
    if (this.#silentTicks >= TICKS_UNTIL_LOST && !this.#isCut) this.#status("ok", this.#okWords);
    this.#silentTicks = 0;
    if (notification.isKeepAlive) this.#keptAlive(notification.sequence);
    else this.#passAll(this.#order.arrived(notification.sequence, notification, this.#isCut));
    return this.#order.last;
  }

  cut(): void {
    if (this.end) return;
    this.#isCut = true;
    this.#repeated.look(true);
    this.#machine.health.cut();
    // A queue of one value is overwritten without a word: the overflow bit is for longer ones (Part 4, 7.22.1).
    if (this.#keepsNothing) this.#interrupted("queue-overflow");
    this.#status("lost", "The network to the machine is interrupted");
  }

  resumed(): void {
    if (this.end) return;
    this.#isCut = false;
    this.#ticksResumed = 0;
    this.#passAll(this.#order.giveUp());
    this.#alarms.wantRefresh();
    this.#status("ok", this.#okWords);
  }

  ended(cause: GapCause, why: string): void {
    this.end ??= { cause, why };
    this.#wake?.();
  }

  /** Counts ticks, not time: a clock that jumps, or a computer that slept, ends no healthy session. */
  tick(session: MachineSession): void {
    if (this.end) return;
    this.#silentTicks += 1;
    this.#ticks += 1;
    this.#ticksResumed += 1;
    if (this.#ticksResumed === TICKS_UNTIL_FIRST && !this.#isCut) this.#repeated.look(false);
    if (this.#ticks === TICKS_UNTIL_FIRST) {
      this.#isWhole = true;
      this.#machine.health.stale(this.#stale.missing());
    }
    if (this.#ticks % TICKS_BETWEEN_LOOKS === 0 && !this.#isCut) void this.#look(session);
    if (this.#alarms.tick() && !this.#isCut) void this.#refresh(session);
    const silentMs = this.#silentTicks * tickMsOf(this.#machine);
    if (silentMs > this.#patienceMs(session)) this.ended("session-lost", silence(silentMs));
    else if (this.#silentTicks === TICKS_UNTIL_LOST && !this.#isCut) this.#status("lost", silence(silentMs));
  }

  /** @see StaleWatch */
  async #look(session: MachineSession): Promise<void> {
    const { watched } = this.#stale;
    if (watched.length === 0) return;
    const values = await session.readNow(watched).catch(() => undefined); // silence has a watch of its own
    if (values === undefined || this.end || this.#isCut) return;
    const stale = this.#stale.look(values);
    const names = stale.map((handle) => this.#machine.signals[handle]?.signalId ?? "");
    if (stale.length > 0) this.ended("session-lost", `The machine no longer tells of ${names.join(", ")}`);
    else this.#machine.health.stale(this.#ticks < TICKS_UNTIL_FIRST ? [] : this.#stale.missing());
  }

  /** A request that fails with the connection is asked again by the session that follows. */
  async #refresh(session: MachineSession): Promise<void> {
    this.#alarms.refreshBegan();
    const isAnswered = await session.refreshAlarms().catch(() => undefined); // silence has a watch of its own
    if (isAnswered === false && !this.end) this.#alarms.refreshFailed();
  }

  /** A healthy machine answers each keep-alive interval; a cut one has until its session times out. */
  #patienceMs(session: MachineSession): number {
    return this.#isCut
      ? 1.5 * session.sessionTimeoutMs
      : 3 * session.keepAliveMs + 5 * this.#machine.signOfLifeMs;
  }

  #keptAlive(nextSequence: number): void {
    if (this.#order.keepAlive(nextSequence, this.#isCut) > 0) this.#missed();
    this.#heard();
    this.#machine.health.heard(0, Date.now());
    this.#tell({ kind: "unchanged" });
  }

  #passAll(ordered: readonly Ordered<Notification>[]): void {
    for (const { message, missingBefore } of ordered) {
      if (missingBefore > 0) this.#missed();
      this.#passEvents(message);
      this.#pass(message.changes);
    }
  }

  #passEvents({ events }: Notification): void {
    if (events.length === 0) return;
    this.#machine.health.heard(events.length, Date.now());
    this.#heard();
    this.#alarms.take(events);
  }

  #pass(changes: readonly ValueChange[]): void {
    if (changes.length === 0) return;
    if (changes.some(({ value }) => hasOverflow(value.statusCode.value))) this.#interrupted("queue-overflow");
    const news = this.#store(changes);
    const arrivedMonoNs = String(process.hrtime.bigint());
    const batch = news.flatMap(({ clientHandle, value }) => {
      const signal = this.#machine.signals[clientHandle];
      if (signal === undefined || signal.isTold === false) return [];
      return [signalFrom(signal.signalId, value, arrivedMonoNs)];
    });
    // Also without values for the station: it has to know that the machine is heard.
    this.#tell({ kind: "signals", batch });
  }

  /** @returns what was not known already */
  #store(changes: readonly ValueChange[]): readonly ValueChange[] {
    const { sink, firstSlot, health, signals } = this.#machine;
    const arrivedMs = Date.now();
    const repeated = new Set<ValueChange>();
    for (const change of changes) {
      const { clientHandle, value } = change;
      if (clientHandle >= signals.length) continue; // nobody asked for it; the next slots are another machine's
      this.#stale.came(clientHandle, value);
      if (this.#repeated.isRepeated(clientHandle, value)) {
        repeated.add(change);
        continue;
      }
      putValue(sink, firstSlot + clientHandle, { received: value, arrivedUs: arrivedMs * 1_000 });
    }
    health.heard(changes.length, arrivedMs);
    this.#heard();
    return repeated.size === 0 ? changes : changes.filter((change) => !repeated.has(change));
  }

  /** A session may begin with a keep-alive or with the first values of some signals: the others are still to come. */
  #heard(): void {
    this.#isWhole ||= this.#stale.missing().length === 0;
    if (this.#isWhole) this.#machine.sink.heard(this.#machine.machineId);
  }

  #missed(): void {
    this.#alarms.wantRefresh();
    this.#interrupted("connection-lost");
  }

  #interrupted(cause: GapCause): void {
    this.#machine.sink.interrupted(this.#machine.machineId, cause);
    this.#tell({ kind: "interrupted", cause });
  }

  #status(state: "ok" | "lost", detail: string): void {
    this.#tell({ kind: "status", state, detail });
  }
}

/** To the station and into the store, so that what is told can be told again. */
function alarmsTo({ alarmSources, signals, firstSlot, sink, tell }: ListenedMachine): AlarmListener["tell"] {
  return (place, notices) => {
    const arrivedUs = Date.now() * 1_000;
    for (const notice of notices) {
      const utc = notice.kind === "told" ? notice.sourceUtc : null;
      const sourceUs = utc === null ? Number.NaN : Date.parse(utc) * 1_000;
      const stamp = { status: 0, sourceUs, serverUs: Number.NaN, arrivedUs };
      sink.text(firstSlot + signals.length + place, storedNotice(notice), stamp);
    }
    tell({ kind: "alarms", sourceId: alarmSources[place]?.sourceId ?? "", notices });
  };
}

function silence(ms: number): string {
  return `The machine has been silent for ${Math.round(ms / 1000)} s`;
}
