import type { Draft } from "../../../shared/domain/event.ts";
import {
  type AlarmList,
  expireAlarms,
  noticeAlarm,
} from "../../../shared/domain/machines/alarms/alarm-list.ts";
import type { AlarmNotice } from "../../../shared/domain/machines/alarms/alarm-notice.ts";
import { noticeValue, type ValueAlarm } from "../../../shared/domain/machines/alarms/value-alarms.ts";
import {
  type CountContext,
  decideCounterReading,
  decidePulse,
  isGood,
} from "../../../shared/domain/machines/decide-count.ts";
import { draftsOfChange } from "../../../shared/domain/machines/drafts-of-change.ts";
import { inputsOfSignal } from "../../../shared/domain/machines/inputs-of-signal.ts";
import {
  countingReadings,
  isLate,
  type TakenReadings,
  taking,
} from "../../../shared/domain/machines/late-readings.ts";
import type { MachineChange } from "../../../shared/domain/machines/machine-change.ts";
import type { MachineInput, MachineInputOf } from "../../../shared/domain/machines/machine-input.ts";
import {
  type LastKnown,
  type MachineWatch,
  watchFrom,
} from "../../../shared/domain/machines/machine-watch.ts";
import {
  countRuleSchema,
  type MachineMapping,
  type SignalMapping,
} from "../../../shared/domain/machines/mapping.ts";
import { observe } from "../../../shared/domain/machines/observe.ts";
import { counterKey } from "../../../shared/domain/machines/part-counter.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import { orderAt, type WorkUnits } from "../../../shared/domain/orders/work-place.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import { openStopOf } from "../../../shared/domain/stops/stop.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import { durationBetween } from "../../../shared/lib/duration.ts";
import { monotonicMs } from "../../../shared/lib/instant-before.ts";
import type { MachineSignal } from "./machine-signal.ts";

export interface TrackOptions {
  readonly mapping: MachineMapping;
  readonly workUnits: WorkUnits;
  readonly state: () => StationState;
  readonly master: () => MasterData;
  /** @returns false when the disk would not take it */
  readonly book: (drafts: readonly Draft[]) => boolean;
  readonly now: () => Instant;
  /** When the station was last there to hear of its machines. */
  readonly alive: Instant | undefined;
  /** By the calendar as it is now, so that a machine out of shift is not taken for a standing one at first. */
  readonly isPlanned: boolean;
}

/** One machine while the station runs: what is known of it, and what of that could not be recorded yet. */
export class MachineTrack {
  readonly #options: TrackOptions;
  readonly #signals: ReadonlyMap<string, SignalMapping>;
  readonly #taken = new Map<string, TakenReadings>();
  readonly #pulses = new Map<string, { readonly isHigh: boolean; readonly riseMs: number }>();
  /** Readings that a full disk refused, oldest first. */
  readonly #uncounted = new Map<string, readonly MachineSignal[]>();
  #watch: MachineWatch;
  /** What a full disk refused, oldest first; it keeps its own times. */
  #unbooked: readonly MachineChange[] = [];
  #lastValueAt: Instant | null = null;
  #alarms: AlarmList = [];
  #valueAlarms: readonly ValueAlarm[] = [];

  constructor(options: TrackOptions) {
    this.#options = options;
    this.#signals = new Map(options.mapping.signals.map((signal) => [signal.signalId, signal]));
    this.#watch = startOf(options);
  }

  get watch(): MachineWatch {
    return this.#watch;
  }

  get lastValueAt(): Instant | null {
    return this.#lastValueAt;
  }

  /** Those it told by events and that are there. */
  get alarms(): AlarmList {
    return this.#alarms;
  }

  /** Those that are values, and there. */
  get valueAlarms(): readonly ValueAlarm[] {
    return this.#valueAlarms;
  }

  take(batch: readonly MachineSignal[]): void {
    const now = this.#options.now();
    const atMs = monotonicMs(now);
    if (batch.some(({ statusCode }) => isGood(statusCode))) this.#lastValueAt = now;
    for (const given of batch) {
      const signal = this.#signals.get(given.signalId);
      if (signal === undefined) continue;
      for (const input of inputsOfSignal(signal, given, atMs)) {
        this.observe(input);
        if (signal.meaning === "alarm" && input.kind === "cause") this.#noticeValue(input, given);
      }
    }
    for (const signal of this.#signals.values()) {
      if (!isCount(signal)) continue;
      const readings = batch.filter(({ signalId }) => signalId === signal.signalId);
      if (readings.length > 0) this.#count(signal, readings, now);
    }
  }

  takeAlarms(sourceId: string, notices: readonly AlarmNotice[]): void {
    const source = this.#options.mapping.alarmSources.find((one) => one.sourceId === sourceId);
    if (source === undefined) return;
    const atMs = monotonicMs(this.#options.now());
    this.observe({ kind: "heard", atMs });
    for (const notice of notices) {
      const noticed = noticeAlarm(this.#alarms, notice, { source, atMs });
      this.#alarms = noticed.alarms;
      for (const input of noticed.inputs) this.observe(input);
    }
  }

  #noticeValue({ reading, atMs }: MachineInputOf<"cause">, { sourceUtc }: MachineSignal): void {
    this.#valueAlarms = noticeValue(this.#valueAlarms, reading, { sourceUtc, atMs });
  }

  /** What ended by itself before it is taken in first, so that it does not matter how often anybody looks. */
  observe(input: MachineInput): void {
    const expired = expireAlarms(this.#alarms, input.atMs);
    this.#alarms = expired.alarms;
    for (const ended of expired.inputs) this.#observe(ended);
    this.#observe(input);
  }

  #observe(input: MachineInput): void {
    const observed = observe(this.#watch, input, this.#options.mapping.rules);
    this.#watch = observed.watch;
    this.#unbooked = [...this.#unbooked, ...observed.changes];
  }

  /** Records what is to be recorded, in order; what the disk refuses waits for the next time. */
  settle(): void {
    const now = this.#options.now();
    for (const [signalId, waiting] of this.#uncounted) {
      const signal = this.#signals.get(signalId);
      if (signal !== undefined && waiting.length > 0) this.#count(signal, [], now);
    }
    while (this.#unbooked[0] !== undefined) {
      const nowMs = monotonicMs(this.#options.now());
      const { machineId, workUnit } = this.#options.mapping;
      const { workUnits } = this.#options;
      const isFirst = workUnit === workUnits[0];
      const order = workUnits.includes(workUnit)
        ? orderAt(this.#options.state(), { workUnit, jobOrderId: null }, workUnits)
        : undefined;
      const jobOrder = order?.jobOrderId ?? null;
      const changed = { machineId, workUnit: isFirst ? null : workUnit, jobOrder, nowMs };
      const drafts = draftsOfChange(this.#options.state(), this.#unbooked[0], changed);
      if (!this.#options.book(drafts)) return;
      this.#unbooked = this.#unbooked.slice(1);
    }
  }

  /** Counts what came in, and before it what the disk refused: a reset in between would hide those pieces. */
  #count(signal: SignalMapping, readings: readonly MachineSignal[], at: Instant): void {
    const rule = signal.count ?? countRuleSchema.parse({});
    const { mapping: machine, workUnits } = this.#options;
    const key = counterKey(machine.machineId, signal.signalId);
    const baseline = this.#options.state().counter.get(key);
    const batchSince = baseline?.at;
    const context: CountContext = { at, machine, signal, rule, workUnits, batchSince };
    const fresh = rule.from === "pulse" ? this.#rises(readings, context) : this.#inTurn(signal, readings);
    const waiting = [...(this.#uncounted.get(signal.signalId) ?? []), ...fresh];
    const left = rule.from === "pulse" ? waiting : [...countingReadings(waiting, baseline?.counter)];
    while (left[0] !== undefined && this.#bookCount(left[0], context)) left.shift();
    this.#uncounted.set(signal.signalId, left);
  }

  /** Readings that are neither here already nor overtaken by a later one. */
  #inTurn({ signalId }: SignalMapping, readings: readonly MachineSignal[]): readonly MachineSignal[] {
    return readings.filter(
      (reading) => typeof reading.value === "number" && !this.#isLate(signalId, reading),
    );
  }

  #isLate(signalId: string, { value, sourceUtc, statusCode }: MachineSignal): boolean {
    if (typeof value !== "number" || sourceUtc === null || !isGood(statusCode)) return false;
    const reading = { value, sourceMs: Date.parse(sourceUtc) };
    const taken = this.#taken.get(signalId) ?? [];
    if (isLate(taken, reading)) return true;
    this.#taken.set(signalId, taking(taken, reading));
    return false;
  }

  #rises(readings: readonly MachineSignal[], { signal, rule, at }: CountContext): readonly MachineSignal[] {
    const shortestMs = 1000 / rule.maxCountsPerSecond;
    return readings.filter((reading) => {
      if (!isGood(reading.statusCode) || reading.value === null) return false;
      const before = this.#pulses.get(signal.signalId);
      const atMs = reading.sourceUtc === null ? monotonicMs(at) : Date.parse(reading.sourceUtc);
      const isHigh = Boolean(reading.value);
      // The first value is a state, not a rise; a rise within the shortest cycle is the contact bouncing.
      const rises = before !== undefined && !before.isHigh && isHigh;
      const counts = rises && Math.abs(atMs - before.riseMs) >= shortestMs;
      this.#pulses.set(signal.signalId, { isHigh, riseMs: counts ? atMs : (before?.riseMs ?? 0) });
      return counts;
    });
  }

  /** @returns false when the disk would not take it */
  #bookCount(reading: MachineSignal, context: CountContext): boolean {
    const known = { state: this.#options.state(), master: this.#options.master() };
    const isPulse = context.rule.from === "pulse";
    const drafts = isPulse
      ? decidePulse(known, reading, context)
      : decideCounterReading(known, { ...reading, value: Number(reading.value) }, context);
    if (!this.#options.book(drafts)) return false;
    const made = drafts.some((draft) => draft.type === "parts.counted" && draft.payload.cycles > 0);
    if (made) this.observe({ kind: "piece", atMs: monotonicMs(context.at) });
    return true;
  }
}

function isCount({ meaning }: SignalMapping): boolean {
  return meaning === "count-total" || meaning === "count-good" || meaning === "count-scrap";
}

/** Goes on from what the journal says of the machine, as far as the station was there to know it. */
function startOf({ mapping, state, now, alive, isPlanned }: TrackOptions): MachineWatch {
  const at = now();
  const nowMs = monotonicMs(at);
  const msOf = (instant: Instant): number => nowMs - durationBetween(instant, at).ms;
  const status = state().machine.get(mapping.machineId);
  const stop = openStopOf(state().stop.values(), mapping.machineId);
  const known: LastKnown | undefined = status && {
    state: status.state,
    sinceMs: msOf(status.since),
    stop: stop === undefined ? null : openStop(stop.cause, msOf(stop.since), stop.causes),
  };
  return { ...watchFrom(known, alive === undefined ? nowMs : msOf(alive)), isPlanned };
}

function openStop(
  cause: "paused" | "machine" | "no-data",
  fromMs: number,
  causes: readonly { readonly signalId: string }[],
): NonNullable<LastKnown["stop"]> {
  const kind = cause === "no-data" ? "no-data" : "standing";
  return { kind, fromMs, named: causes.map(({ signalId }) => signalId) };
}
