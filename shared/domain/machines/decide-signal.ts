import type { Instant } from "../../lib/clock.ts";
import { durationBetween } from "../../lib/duration.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { wearDrafts } from "../maintenance/wear-drafts.ts";
import { activeOrder, orderOnMachine } from "../orders/active-order.ts";
import type { StationState } from "../station-state.ts";
import { type CounterRule, countDelta } from "./count-delta.ts";
import type { MachineState } from "./events.ts";
import { MACHINE_KEY } from "./machine-status.ts";
import type { PartCounter } from "./part-counter.ts";

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
  { state, master }: Known,
  reading: CounterReading,
  context: SignalContext,
): readonly Draft[] {
  if (!isGood(reading.statusCode) || !Number.isSafeInteger(reading.value) || reading.value < 0) return [];
  const baseline = state.counter.get(reading.signalId);
  const elapsedMs = baseline === undefined ? 0 : elapsedSince(baseline, reading, context.at);
  const counted = countDelta(
    { previous: baseline?.counter, reading: reading.value, elapsedMs },
    context.counterRule,
  );
  if (counted === undefined) return [];
  const jobOrder = orderOnMachine(state)?.jobOrderId ?? null;
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
      sourceUtc: shownUtc(reading.sourceUtc),
      statusCode: reading.statusCode,
    },
  };
  return [part, ...tools.flatMap((tool) => wearDrafts(state.tool.get(tool.toolId), tool, counted.delta))];
}

/** So far the machine's own times are believed, whatever its clock says. */
const LONGEST_BURST_MS = 3_600_000;

/**
 * Time in which the pieces can have been made: by our own monotonic clock, or, when values that waited in the machine's
 * queue during a cut arrive within milliseconds, by the times the machine gave them.
 */
function elapsedSince(baseline: PartCounter, reading: CounterReading, at: Instant): number {
  const arrivedMs = durationBetween(baseline.at, at).ms;
  if (baseline.sourceUtc === null || reading.sourceUtc === null) return arrivedMs;
  const sourceMs = Date.parse(reading.sourceUtc) - Date.parse(baseline.sourceUtc);
  return Math.max(arrivedMs, Math.min(sourceMs, LONGEST_BURST_MS));
}

/** PackML StateCurrent values (ISA-TR88.00.02): only Execute and Completing make pieces. */
const PRODUCING = new Set([6, 16]);

export interface StateReading {
  /** PackML state number; null when the machine gives no signal. A fraction is no state: it counts as no signal. */
  readonly value: number | null;
  readonly statusCode: number;
  readonly sourceUtc: string | null;
}

/** @returns a state change, or nothing when the machine is in that state already. */
export function decideStateReading(state: StationState, reading: StateReading): readonly Draft[] {
  const was = state.machine.get(MACHINE_KEY)?.state ?? "no-signal";
  const raw = Number.isSafeInteger(reading.value) ? reading.value : null;
  const now = machineState(raw, reading.statusCode);
  if (now === was && state.machine.has(MACHINE_KEY)) return [];
  return [
    {
      type: "machine.state-changed",
      jobOrder: activeOrder(state)?.jobOrderId ?? null,
      payload: { state: now, was, raw, sourceUtc: shownUtc(reading.sourceUtc) },
    },
  ];
}

/** A machine's clock may say any year; one beyond 9999 has no ISO 8601 form of four digits and is left out. */
function shownUtc(sourceUtc: string | null): string | null {
  return sourceUtc !== null && /^\d{4}-/.test(sourceUtc) ? sourceUtc : null;
}

function machineState(raw: number | null, statusCode: number): MachineState {
  if (raw === null || !isGood(statusCode)) return "no-signal";
  return PRODUCING.has(raw) ? "running" : "stopped";
}
