import type { MasterData } from "../../../shared/domain/master-data.ts";
import { activeOrder } from "../../../shared/domain/orders/active-order.ts";
import { type JobOrderProgress, producedQuantity } from "../../../shared/domain/orders/job-order-progress.ts";
import type { Characteristic } from "../../../shared/domain/quality/characteristic.ts";
import { summary } from "../../../shared/domain/quality/evolve.ts";
import {
  isFull,
  newSampleProgress,
  type SampleProgress,
  sampleKey,
} from "../../../shared/domain/quality/sample-progress.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import { formatDecimal } from "../../../shared/lib/decimal.ts";
import type { CheckView, DefectTile } from "../../../shared/screen/screen-model.ts";

/** The measured characteristics of the active order, in the order of its inspection plan. */
export function checksView(
  state: StationState,
  master: MasterData,
  gaugeReady: boolean,
): readonly CheckView[] {
  const active = activeOrder(state);
  if (active === undefined) return [];
  const ids = master["job-order"].get(active.jobOrderId)?.characteristicIds ?? [];
  return ids.flatMap((id) => {
    const characteristic = master.characteristic.get(id);
    if (characteristic === undefined) return [];
    const known = state.sample.get(sampleKey(active.jobOrderId, id));
    return [checkView(characteristic, known, { active, gaugeReady })];
  });
}

function checkView(
  characteristic: Characteristic,
  known: SampleProgress | undefined,
  from: { active: JobOrderProgress; gaugeReady: boolean },
): CheckView {
  const { sampleSize } = characteristic;
  const progress =
    known ?? newSampleProgress(from.active.jobOrderId, characteristic.characteristicId, sampleSize);
  const history = isFull(progress) ? [...progress.history, summary(progress)] : progress.history;
  return {
    characteristicId: characteristic.characteristicId,
    name: characteristic.name,
    unit: characteristic.unit,
    lowerLimit: characteristic.lowerLimit,
    upperLimit: characteristic.upperLimit,
    nominal: characteristic.nominal,
    decimals: characteristic.decimals,
    sampleSize,
    gaugeId: characteristic.gaugeId,
    gaugeReady: characteristic.gaugeId !== null && from.gaugeReady,
    pieces: progress.pieces.map(({ value, ...piece }) => ({ ...piece, text: formatDecimal(value) })),
    sample: progress.sample,
    history,
    dueInPieces: dueInPieces(characteristic, progress, from.active),
  };
}

/** The first sample is due at once, a begun one stays due until it is full, the next after `everyPieces` more pieces. */
function dueInPieces(
  characteristic: Characteristic,
  progress: SampleProgress,
  active: JobOrderProgress,
): number {
  if (progress.beganAtProduced === null || !isFull(progress)) return 0;
  return progress.beganAtProduced + characteristic.everyPieces - producedQuantity(active);
}

/** Defect codes, most frequent on this order first, then as the catalogue ranks them. */
export function defectsView(state: StationState, master: MasterData): readonly DefectTile[] {
  const counts = activeOrder(state)?.defects ?? {};
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [...master["defect-code"].values()]
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ defectCode, name }) => {
      const share = Math.round((100 * (counts[defectCode] ?? 0)) / total);
      return { defectCode, name, sharePercent: total > 0 ? share : null };
    });
}
