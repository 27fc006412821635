import { toNumber } from "../../lib/decimal.ts";
import type { EventPayload, RecordedEvent } from "../event.ts";
import { isEnded } from "../orders/active-order.ts";
import { producedQuantity } from "../orders/job-order-progress.ts";
import type { RowChange, StationState } from "../station-state.ts";
import {
  type FinishedSample,
  KEPT_SAMPLES,
  newSampleProgress,
  type SamplePiece,
  type SampleProgress,
  sampleKey,
} from "./sample-progress.ts";

export function evolveQuality(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.jobOrder === null) return [];
  switch (event.type) {
    case "measurement.recorded":
      return measured(state, event, event.jobOrder);
    case "measurement.withdrawn":
      return withdrawn(state, event.payload, event.jobOrder);
    case "order.finished":
    case "order.aborted":
      return ofFinishedOrders(state);
    default:
      return [];
  }
}

function measured(
  state: StationState,
  event: RecordedEvent & { type: "measurement.recorded" },
  jobOrderId: string,
): readonly RowChange[] {
  const { characteristicId, sample, sampleSize, piece, value, result, source } = event.payload;
  const known =
    state.sample.get(sampleKey(jobOrderId, characteristicId)) ??
    newSampleProgress(jobOrderId, characteristicId, sampleSize);
  const current = sample > known.sample ? nextSample(known, sample) : known;
  const order = state.jobOrder.get(jobOrderId);
  const made: SamplePiece = { eventId: event.eventId, piece, value, result, source };
  const began = current.beganAtProduced ?? (order === undefined ? 0 : producedQuantity(order));
  return [row({ ...current, sampleSize, pieces: [...current.pieces, made], beganAtProduced: began })];
}

function nextSample(full: SampleProgress, sample: number): SampleProgress {
  // A sample of which every value was withdrawn has no mean to plot.
  const finished = full.pieces.length === 0 ? [] : [summary(full)];
  const history = [...full.history, ...finished].slice(-KEPT_SAMPLES);
  return { ...full, sample, pieces: [], history, beganAtProduced: null };
}

/** Mean and range of a sample, as an X̄-R chart plots them. */
export function summary(progress: SampleProgress): FinishedSample {
  const values = progress.pieces.map((piece) => toNumber(piece.value));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { sample: progress.sample, mean, range: Math.max(...values) - Math.min(...values) };
}

function withdrawn(
  state: StationState,
  payload: EventPayload<"measurement.withdrawn">,
  jobOrderId: string,
): readonly RowChange[] {
  const known = state.sample.get(sampleKey(jobOrderId, payload.characteristicId));
  if (known === undefined) return [];
  return [row({ ...known, pieces: known.pieces.filter((piece) => piece.eventId !== payload.withdraws) })];
}

/** The samples of an order stay until the next order is finished: long enough for its last value to be withdrawn. */
function ofFinishedOrders(state: StationState): readonly RowChange[] {
  return [...state.sample]
    .filter(([, sample]) => isEnded(state, sample.jobOrderId))
    .map(([id]) => ({ area: "sample", id, row: null }) as const);
}

function row(progress: SampleProgress): RowChange {
  return { area: "sample", id: sampleKey(progress.jobOrderId, progress.characteristicId), row: progress };
}
