import type { EventType } from "../../shared/domain/event.ts";
import { foldGenealogy } from "../../shared/domain/genealogy/fold-genealogy.ts";
import type { Genealogy, StationEvent } from "../../shared/domain/genealogy/work-trace.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { type EventsWanted, readStationEvents } from "./read-station-events.ts";

/** All that the fold looks at; the rest of a journal is not read. */
const TRACED: readonly EventType[] = [
  "order.started",
  "order.set-up-begun",
  "order.run-begun",
  "order.resumed",
  "parts.counted",
  "quantity.reported",
  "quantity.reversed",
  "defect.logged",
  "measurement.recorded",
  "tool.changed",
  "material.loaded",
  "material.returned",
  "material.issued",
  "material.reversed",
  "material.overridden",
];

/** The genealogy of some orders, folded from what all stations told of them and the MES applied. */
export async function readTraces(
  db: Queries,
  jobOrderIds: readonly string[],
  vocabulary: Vocabulary,
): Promise<Genealogy> {
  return foldGenealogy(await readTracedEvents(db, { jobOrderIds, vocabulary, clock: "station" }));
}

/** What genealogy is folded from. */
export function readTracedEvents(
  db: Queries,
  wanted: Omit<EventsWanted, "types">,
): Promise<readonly StationEvent[]> {
  return readStationEvents(db, { ...wanted, types: TRACED });
}
