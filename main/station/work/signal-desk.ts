import type { Draft } from "../../../shared/domain/event.ts";
import type { CounterRule } from "../../../shared/domain/machines/count-delta.ts";
import {
  decideCounterReading,
  decideStateReading,
  isGood,
  type StateReading,
} from "../../../shared/domain/machines/decide-signal.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import { activeOrder } from "../../../shared/domain/orders/active-order.ts";
import type { Clock } from "../../../shared/lib/clock.ts";
import type { NewId } from "../../../shared/lib/ids.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";
import type { StationMemory } from "./memory.ts";

/** A machine value as its driver delivers it. */
export interface MachineSignal {
  readonly signalId: string;
  readonly value: number | boolean | string | null;
  readonly statusCode: number;
  readonly sourceUtc: string | null;
  readonly serverUtc: string | null;
}

export interface MachineGap {
  readonly fromUtc: string;
  readonly toUtc: string;
  readonly cause: "connection-lost" | "session-lost" | "collector-restarted" | "queue-overflow";
}

export const PART_COUNT_SIGNAL = "part-count";
export const STATE_SIGNAL = "state";

export interface SignalDeskOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly memory: StationMemory;
  readonly master: () => MasterData;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly workUnit: string;
  readonly counterRule: CounterRule;
  readonly changed: () => void;
}

export interface SignalDesk {
  signals(batch: readonly MachineSignal[]): void;
  connected(isConnected: boolean): void;
  gap(gap: MachineGap): void;
}

const BAD_NO_COMMUNICATION = 0x80310000;

/**
 * What the machine says becomes events here: pieces counted, state changed, gaps. If a booking is refused because the
 * disk is full, the counter's baseline stays where it was, so its pieces are counted by the next reading: none is lost.
 */
export function createSignalDesk(options: SignalDeskOptions): SignalDesk {
  const { recorder, memory } = options;
  /** What a full disk refused and no later reading brings again by itself. */
  let unbookedGaps: readonly MachineGap[] = [];
  let lastState: StateReading | undefined;
  const book = (drafts: readonly Draft[]): boolean => {
    if (drafts.length === 0) return true;
    const actor = { personId: null, auth: "machine" } as const;
    return options.booker.book(drafts, { intentId: options.newId(), actor }).ok;
  };
  const counted = (signal: MachineSignal): void => {
    if (typeof signal.value !== "number") return;
    if (isGood(signal.statusCode)) memory.machineCounter = signal.value;
    const reading = { ...signal, value: signal.value };
    const { clock, workUnit, counterRule } = options;
    const context = { at: clock.now(), workUnit, counterRule };
    book(decideCounterReading({ state: recorder.state(), master: options.master() }, reading, context));
  };
  const stateSeen = (signal: Omit<MachineSignal, "signalId" | "serverUtc">): void => {
    lastState = { ...signal, value: typeof signal.value === "number" ? signal.value : null };
  };
  /** Decided anew each time, so a state or gap that could not be saved is saved as soon as there is room. */
  const settle = (): void => {
    if (lastState !== undefined) book(decideStateReading(recorder.state(), lastState));
    const jobOrder = activeOrder(recorder.state())?.jobOrderId ?? null;
    unbookedGaps = unbookedGaps.filter(
      (gap) => !book([{ type: "machine.gap-recorded", jobOrder, payload: { ...gap } }]),
    );
    options.changed();
  };
  return {
    signals(batch) {
      for (const signal of latestPerSignal(batch)) {
        if (isGood(signal.statusCode)) memory.machineValueUtc = options.clock.now().atUtc;
        if (signal.signalId === PART_COUNT_SIGNAL) counted(signal);
        if (signal.signalId === STATE_SIGNAL) stateSeen(signal);
      }
      settle();
    },
    connected(isConnected) {
      if (!isConnected) stateSeen({ value: null, statusCode: BAD_NO_COMMUNICATION, sourceUtc: null });
      settle();
    },
    gap(gap) {
      unbookedGaps = [...unbookedGaps, gap];
      settle();
    },
  };
}

/**
 * A count only needs the newest good value of a batch, because the difference holds all pieces between; but a reset
 * inside of the batch would hide the pieces before it, so a value that goes back is kept as well.
 */
function latestPerSignal(batch: readonly MachineSignal[]): readonly MachineSignal[] {
  return batch.filter((signal, index) => {
    const next = batch.slice(index + 1).find((later) => later.signalId === signal.signalId);
    if (next === undefined || signal.signalId !== PART_COUNT_SIGNAL) return true;
    if (!isGood(next.statusCode)) return true;
    return Number(next.value) < Number(signal.value);
  });
}
