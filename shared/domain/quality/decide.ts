import { compareDecimal, type Decimal, formatDecimal, parseDecimal } from "../../lib/decimal.ts";
import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { MasterData } from "../master-data.ts";
import { activeOrder } from "../orders/active-order.ts";
import { oddQuantity, tooManyRejects } from "../orders/decide-quantity.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import type { Characteristic } from "./characteristic.ts";
import type { Disposition } from "./events.ts";
import { isFull, newSampleProgress, nextPiece, sampleKey } from "./sample-progress.ts";

type Decision = Result<readonly Draft[], Refusal>;

export interface Measurement {
  readonly characteristicId: string;
  /** As typed or as the gauge sent it, with point or comma. */
  readonly text: string;
  readonly source: "pad" | "gauge";
  /** A person confirmed that an implausible value is real. */
  readonly confirmed: boolean;
}

export function decideMeasurement(
  state: StationState,
  master: MasterData,
  measurement: Measurement,
): Decision {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  const characteristic = master.characteristic.get(measurement.characteristicId);
  if (characteristic === undefined) return refuse(refusal("unknown-characteristic"));
  const value = parseDecimal(measurement.text);
  if (value === undefined) return refuse(refusal("not-a-number", { text: measurement.text }));
  if (!measurement.confirmed && !isPlausible(value, characteristic)) {
    return refuse(refusal("implausible-value", { value: formatDecimal(value), unit: characteristic.unit }));
  }
  const key = sampleKey(active.jobOrderId, characteristic.characteristicId);
  const known =
    state.sample.get(key) ??
    newSampleProgress(active.jobOrderId, characteristic.characteristicId, characteristic.sampleSize);
  const full = isFull(known);
  return accept([
    {
      type: "measurement.recorded",
      jobOrder: active.jobOrderId,
      payload: {
        characteristicId: characteristic.characteristicId,
        sample: full ? known.sample + 1 : known.sample,
        piece: full ? 1 : nextPiece(known),
        sampleSize: characteristic.sampleSize,
        value,
        unit: characteristic.unit,
        source: measurement.source,
        gaugeId: measurement.source === "gauge" ? characteristic.gaugeId : null,
        result: compareToLimits(value, characteristic),
      },
    },
  ]);
}

function compareToLimits(value: Decimal, characteristic: Characteristic): "inside" | "below" | "above" {
  if (compareDecimal(value, limit(characteristic.lowerLimit)) < 0) return "below";
  return compareDecimal(value, limit(characteristic.upperLimit)) > 0 ? "above" : "inside";
}

/** Within ten tolerances of the limits; outside of that it is a slipped gauge or a slipped finger (UX §2.6). */
function isPlausible(value: Decimal, characteristic: Characteristic): boolean {
  const lower = Number(characteristic.lowerLimit);
  const upper = Number(characteristic.upperLimit);
  const band = 10 * (upper - lower);
  const measured = value.units / 10 ** value.scale;
  return measured >= lower - band && measured <= upper + band;
}

function limit(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined)
    throw new Error(`Limit "${text}" is not a decimal although the schema let it pass`);
  return value;
}

export interface DefectReport {
  readonly defectCode: string;
  readonly quantity: number;
  readonly disposition: Disposition;
}

export function decideDefect(state: StationState, master: MasterData, report: DefectReport): Decision {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  if (!master["defect-code"].has(report.defectCode)) {
    return refuse(refusal("unknown-defect", { defect: report.defectCode }));
  }
  const takesPieces = report.disposition === "scrap" || report.disposition === "rework";
  const odd =
    oddQuantity(report.quantity) ??
    (takesPieces ? tooManyRejects(state, active, report.quantity) : undefined);
  if (odd !== undefined) return refuse(odd);
  return accept([{ type: "defect.logged", jobOrder: active.jobOrderId, payload: { ...report } }]);
}

export function decideWithdrawal(state: StationState, eventId: string): Decision {
  for (const progress of state.sample.values()) {
    if (!progress.pieces.some((piece) => piece.eventId === eventId)) continue;
    const payload = { withdraws: eventId, characteristicId: progress.characteristicId };
    return accept([{ type: "measurement.withdrawn", jobOrder: progress.jobOrderId, payload }]);
  }
  return refuse(refusal("nothing-to-undo"));
}
