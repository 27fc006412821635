import type { StationEvent } from "../genealogy/work-trace.ts";
import type { UnitKind } from "./events.ts";
import type { Packing } from "./packing-unit.ts";

/** A unit as the journals of its orders tell of it. */
export interface TracedUnit {
  readonly unitId: string;
  readonly stationId: string;
  readonly kind: UnitKind;
  readonly itemId: string;
  readonly itemName: string;
  readonly customerName: string | null;
  readonly jobOrderId: string;
  readonly sscc: string | null;
  readonly closedUtc: string | null;
  readonly packings: readonly Packing[];
  readonly labels: number;
  /** SSCCs it had before it was opened again. */
  readonly voidSsccs: readonly string[];
}

/** Units by their id. Each belongs to one station, so how stations lie between each other changes nothing (PK-16). */
export function foldUnits(events: Iterable<StationEvent>): ReadonlyMap<string, TracedUnit> {
  const units = new Map<string, TracedUnit>();
  for (const event of events) {
    if (event.type === "unit.opened") {
      units.set(event.eventId, openedUnit(event));
      continue;
    }
    const unit = units.get(unitIdOf(event) ?? "");
    if (unit !== undefined) units.set(unit.unitId, changed(unit, event));
  }
  return units;
}

/** Which unit an event after the opening is about; undefined: none. */
function unitIdOf(event: StationEvent): string | undefined {
  const { unitId } = event.payload as { readonly unitId?: unknown };
  return typeof unitId === "string" ? unitId : undefined;
}

function openedUnit(event: Extract<StationEvent, { type: "unit.opened" }>): TracedUnit {
  const { kind, itemId, itemName, customer } = event.payload;
  return {
    unitId: event.eventId,
    stationId: event.stationId,
    kind,
    itemId,
    itemName,
    customerName: customer?.name ?? null,
    jobOrderId: event.jobOrder ?? "",
    sscc: null,
    closedUtc: null,
    packings: [],
    labels: 0,
    voidSsccs: [],
  };
}

function changed(unit: TracedUnit, event: StationEvent): TracedUnit {
  switch (event.type) {
    case "unit.packed": {
      const { quantity, serials, child } = event.payload;
      const jobOrderId = event.jobOrder ?? "";
      const packing: Packing = { eventId: event.eventId, jobOrderId, quantity, serials, child };
      return { ...unit, packings: [...unit.packings, packing] };
    }
    case "unit.unpacked": {
      const { unpacks } = event.payload;
      return { ...unit, packings: unit.packings.filter(({ eventId }) => eventId !== unpacks) };
    }
    case "unit.closed":
      return { ...unit, sscc: event.payload.sscc, closedUtc: event.at.atUtc };
    case "unit.reopened": {
      const voidSsccs = [...unit.voidSsccs, event.payload.sscc];
      return { ...unit, sscc: null, closedUtc: null, labels: 0, voidSsccs };
    }
    case "label.printed":
      return { ...unit, labels: unit.labels + 1 };
    default:
      return unit;
  }
}
