import type { Instant } from "../../lib/clock.ts";
import { durationBetween } from "../../lib/duration.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { wearDrafts } from "../maintenance/wear-drafts.ts";
import { ordersOnMachine } from "../orders/active-order.ts";
import { sharedCount } from "../orders/shared-count.ts";
import { stateAt, type WorkUnits } from "../orders/work-place.ts";
import { type CountDelta, countDelta } from "./count-delta.ts";
import { countEffect } from "./count-effect.ts";
import type { CountRule, MachineMapping, SignalMapping } from "./mapping.ts";
import { counterKey, type PartCounter } from "./part-counter.ts";

/** OPC UA StatusCode: the two top bits are 00 for Good (Part 4 §7.39). Anything else is never counted (U5). */
export function isGood(statusCode: number): boolean {
  return statusCode >>> 30 === 0;
}

export interface CounterReading {
  readonly value: number;
  readonly statusCode: number;
  readonly sourceUtc: string | null;
}

/** Where a reading comes from and when it came. */
export interface CountContext {
  readonly at: Instant;
  readonly machine: MachineMapping;
  readonly signal: SignalMapping;
  readonly rule: CountRule;
  /** Work units whose orders this station knows: pieces of other machines are for no order here. */
  readonly workUnits: WorkUnits;
  /** When this counter was last read before the batch that the reading came in; its pieces were made since then. */
  readonly batchSince?: Instant | undefined;
}

/** What a reading of a counter makes happen: pieces counted, tools worn, a maintenance order raised at the limit. */
export function decideCounterReading(
  known: Known,
  reading: CounterReading,
  context: CountContext,
): readonly Draft[] {
  if (!isGood(reading.statusCode) || !Number.isSafeInteger(reading.value) || reading.value < 0) return [];
  const baseline = baselineOf(known, context);
  const elapsedMs = baseline === undefined ? 0 : elapsedSince(baseline, reading, context);
  const { rolloverAt, maxCountsPerSecond } = context.rule;
  const counted = countDelta(
    { previous: baseline?.counter, reading: reading.value, elapsedMs },
    { rolloverAt, maxPiecesPerSecond: maxCountsPerSecond },
  );
  return counted === undefined ? [] : countDrafts(known, { reading, counted, baseline }, context);
}

/** One rise of a pulse: one more count. The total of the pulses stands in for a counter. */
export function decidePulse(
  known: Known,
  reading: Omit<CounterReading, "value">,
  context: CountContext,
): readonly Draft[] {
  if (!isGood(reading.statusCode)) return [];
  const baseline = baselineOf(known, context);
  const value = (baseline?.counter ?? 0) + 1;
  const counted = { kind: "advance", delta: 1 } as const;
  return countDrafts(known, { reading: { ...reading, value }, counted, baseline }, context);
}

interface Counted {
  readonly reading: CounterReading;
  readonly counted: CountDelta;
  readonly baseline: PartCounter | undefined;
}

function countDrafts(
  { state, master }: Known,
  { reading, counted, baseline }: Counted,
  { machine, signal, rule, workUnits }: CountContext,
): readonly Draft[] {
  const { machineId, workUnit } = machine;
  const { signalId } = signal;
  const piecesPerCount =
    state.countFactor.get(counterKey(machineId, signalId))?.piecesPerCount ?? rule.piecesPerCount;
  const effect = countEffect(signal.meaning, machine);
  const cycles = effect.makes ? counted.delta : 0;
  const tools = effect.makes ? [...master.tool.values()].filter((tool) => tool.workUnit === workUnit) : [];
  const here = { workUnit, jobOrderId: null };
  const orders = workUnits.includes(workUnit) ? ordersOnMachine(stateAt(state, here, workUnits)) : [];
  const shares = sharedCount(master, orders, {
    pieces: counted.delta * piecesPerCount,
    before: baseline?.split,
  });
  const payload = {
    machineId,
    signalId,
    piecesPerCount,
    counter: reading.value,
    previous: baseline?.counter ?? null,
    kind: counted.kind,
    sourceUtc: shownUtc(reading.sourceUtc),
    statusCode: reading.statusCode,
  };
  const parts = shares.map(({ order, pieces, split }, index): Draft => {
    // Where a person is the authority, the machine's own scrap would count beside theirs.
    const rejects = effect.rejects && order?.countAuthority !== "operator";
    const ofReading =
      index === 0 ? { cycles, toolIds: tools.map((tool) => tool.toolId) } : { cycles: 0, toolIds: [] };
    return {
      type: "parts.counted",
      jobOrder: order?.jobOrderId ?? null,
      payload: {
        ...payload,
        ...ofReading,
        delta: effect.makes ? pieces : 0,
        scrap: rejects ? pieces : 0,
        ...(split && { split }),
      },
    };
  });
  return [...parts, ...tools.flatMap((tool) => wearDrafts(state.tool.get(tool.toolId), tool, cycles))];
}

function baselineOf({ state }: Known, { machine, signal }: CountContext): PartCounter | undefined {
  return state.counter.get(counterKey(machine.machineId, signal.signalId));
}

/** So far the machine's own times are believed, whatever its clock says. */
const LONGEST_BURST_MS = 3_600_000;

/**
 * Time in which the pieces can have been made: by our own monotonic clock, or, when values that waited in the machine's
 * queue during a cut arrive within milliseconds, by the times the machine gave them.
 */
function elapsedSince(
  baseline: PartCounter,
  reading: CounterReading,
  { at, batchSince }: CountContext,
): number {
  const arrivedMs = durationBetween(batchSince ?? baseline.at, at).ms;
  if (baseline.sourceUtc === null || reading.sourceUtc === null) return arrivedMs;
  const sourceMs = Date.parse(reading.sourceUtc) - Date.parse(baseline.sourceUtc);
  return Math.max(arrivedMs, Math.min(sourceMs, LONGEST_BURST_MS));
}

/** A machine's clock may say any year; one beyond 9999 has no ISO 8601 form of four digits and is left out. */
function shownUtc(sourceUtc: string | null): string | null {
  return sourceUtc !== null && /^\d{4}-/.test(sourceUtc) ? sourceUtc : null;
}
