import { placeNow, stateAt } from "../../../shared/domain/orders/work-place.ts";
import { decideMeasurement } from "../../../shared/domain/quality/decide.ts";
import type { Refusal } from "../../../shared/domain/refusal.ts";
import { nobodyMayScan, type ScanDecision, scanDecision } from "../../../shared/domain/scan-decision.ts";
import { actorOf } from "./command-desk.ts";
import { type BookedScan, bookScan, type ScanDeskOptions, viewOf } from "./scan-desk.ts";

export interface GaugeDesk {
  /** A stable reading, as the gauge sent it. */
  reading(text: string, unit: string | null): void;
  /** Something that is no usable reading, with the cause in plain words. */
  unusable(raw: string, why: string): void;
}

/** A gauge's send key records the next piece of the check that is open; without one the value is shown, never lost silently. */
export function createGaugeDesk(options: ScanDeskOptions): GaugeDesk {
  const { memory, recorder, booker } = options;
  const show = (booked: BookedScan, code: string): void => {
    memory.lastScan = viewOf(booked, code, { source: "gauge", options });
    options.changed();
  };
  return {
    reading(text, unit) {
      options.rights.touched();
      const details = { value: unit === null ? text : `${text} ${unit}` };
      show(bookScan(decide(options, text, details), options.newId(), { recorder, booker }), details.value);
    },
    unusable(raw, why) {
      const decision = scanDecision("unknown", "gauge-unusable", { details: { why } });
      show({ decision, eventId: null }, raw);
    },
  };
}

function decide(options: ScanDeskOptions, text: string, details: { value: string }): ScanDecision {
  const { memory, recorder } = options;
  if (memory.openCheck === null) return scanDecision("shown", "no-check-open", { details });
  const state = recorder.state();
  if (actorOf(state) === undefined) return nobodyMayScan({ state, master: options.master() }, details);
  const shown = placeNow(state, memory.place, options.workUnits);
  const measured = decideMeasurement(stateAt(state, shown, options.workUnits), options.master(), {
    characteristicId: memory.openCheck,
    text,
    source: "gauge",
    confirmed: false,
  });
  if (!measured.ok) return refusedReading(measured.refusal, details);
  return scanDecision("done", "measured", { details, drafts: measured.value });
}

function refusedReading(refused: Refusal, details: { value: string }): ScanDecision {
  if (refused.code === "implausible-value") return scanDecision("blocked", "implausible-value", { details });
  if (refused.code === "not-a-number") {
    return scanDecision("unknown", "gauge-unusable", { details: { ...details, why: refused.code } });
  }
  return scanDecision("shown", "no-check-open", { details });
}
