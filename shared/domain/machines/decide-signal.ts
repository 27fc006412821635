import type { Instant } from "../../lib/clock.ts";
import { durationBetween } from "../../lib/duration.ts";
import type { Draft } from "../event.ts";
import { wearDrafts } from "../maintenance/wear-drafts.ts";
import type { MasterData } from "../master-data.ts";
import { activeOrder } from "../orders/job-order-progress.ts";
import type { StationState } from "../station-state.ts";
import { type CounterRule, countDelta } from "./count-delta.ts";
import type { MachineState } from "./events.ts";
import { MACHINE_KEY } from "./machine-status.ts";

/** OPC UA StatusCode: the two top bits are 00 for Good (Part 4 §7.39). Anything else is never counted (U5). */
export function isGood(statusCode: number): boolean {
  return statusCode >>> 30 === 0;
}

export interface CounterReading {
  readonly signalId: string;
  readonly value: number;
  readonly statusCode: number;
  readonly sourceUtc: string | null;
}

export interface SignalContext {
  readonly at: Instant;
  readonly workUnit: string;
  readonly counterRule: CounterRule;
}

/** What a reading of the part counter makes happen: pieces counted, tools worn, a maintenance order raised at the limit. */
export function decideCounterReading(
  state: StationState,
  master: MasterData,
  reading: CounterReading,
  context: SignalContext,
): readonly Draft[] {
  if (!isGood(reading.statusCode) || !Number.isSafeInteger(reading.value) || reading.value < 0) return [];
  const baseline = state.counter.get(reading.signalId);
  const elapsedMs = baseline === undefined ? 0 : durationBetween(baseline.at, context.at).ms;
  const counted = countDelta(baseline?.counter, reading.value, elapsedMs, context.counterRule);
  if (counted === undefined) return [];
  const jobOrder = activeOrder(state)?.jobOrderId ?? null;
  const tools = [...master.tool.values()].filter((tool) => tool.workUnit === context.workUnit);
  const part: Draft = {
    type: "parts.counted",
    jobOrder,
    payload: {
      signalId: reading.signalId,
      delta: counted.delta,
      counter: reading.value,
      previous: baseline?.counter ?? null,
      kind: counted.kind,
      toolIds: tools.map((tool) => tool.toolId),
      sourceUtc: reading.sourceUtc,
      statusCode: reading.statusCode,
    },
  };
  return [part, ...tools.flatMap((tool) => wearDrafts(state.tool.get(tool.toolId), tool, counted.delta))];
}

/** PackML StateCurrent values (ISA-TR88.00.02): only Execute and Completing make pieces. */
const PRODUCING = new Set([6, 16]);

export interface StateReading {
  /** PackML state number; null when the machine gives no signal. */
  readonly value: number | null;
  readonly statusCode: number;
  readonly sourceUtc: string | null;
}

/** @returns a state change, or nothing when the machine is in that state already. */
export function decideStateReading(state: StationState, reading: StateReading): readonly Draft[] {
  const was = state.machine.get(MACHINE_KEY)?.state ?? "no-signal";
  const now = machineState(reading);
  if (now === was && state.machine.has(MACHINE_KEY)) return [];
  return [
    {
      type: "machine.state-changed",
      jobOrder: activeOrder(state)?.jobOrderId ?? null,
      payload: { state: now, was, raw: reading.value, sourceUtc: reading.sourceUtc },
    },
  ];
}

function machineState(reading: StateReading): MachineState {
  if (reading.value === null || !isGood(reading.statusCode)) return "no-signal";
  return PRODUCING.has(reading.value) ? "running" : "stopped";
}
