import type { EventType } from "../../shared/domain/event.ts";
import { foldGenealogy } from "../../shared/domain/genealogy/fold-genealogy.ts";
import type { Genealogy, StationEvent } from "../../shared/domain/genealogy/work-trace.ts";
import type { Queries } from "../database/database.ts";
import { readFact } from "../ingest/read-fact.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";

/** All that the fold looks at; the rest of a journal is not read. */
const TRACED: readonly EventType[] = [
  "order.started",
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

interface TracedRow {
  readonly eventId: string;
  readonly type: string;
  readonly version: number;
  readonly payload: string;
  readonly atUtc: string;
  readonly actor: string | null;
  readonly jobOrder: string;
  readonly stationId: string;
  readonly workUnit: string;
}

/** The genealogy of some orders, folded from what all stations told of them and the MES applied. */
export async function readTraces(
  db: Queries,
  jobOrderIds: readonly string[],
  vocabulary: Vocabulary,
): Promise<Genealogy> {
  if (jobOrderIds.length === 0) return new Map();
  // ANY of an array, never IN of a subquery: for that the planner reads the whole journal.
  const rows = await db.query<TracedRow>(
    `SELECT event_id AS "eventId", type, version, payload, at_utc AS "atUtc", actor, job_order AS "jobOrder",
       station_id AS "stationId", work_unit AS "workUnit"
     FROM journal_event
     WHERE job_order = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) AND verdict = 'applied'
       AND type = ANY(ARRAY(SELECT json_array_elements_text($2::text::json)))
     ORDER BY arrival`,
    [JSON.stringify(jobOrderIds), JSON.stringify(TRACED)],
  );
  return foldGenealogy(rows.flatMap((row) => eventOf(row, vocabulary)));
}

function eventOf(row: TracedRow, vocabulary: Vocabulary): readonly StationEvent[] {
  const read = readFact(row, vocabulary);
  if (read.kind !== "fact") return [];
  const { eventId, atUtc, actor, jobOrder, stationId, workUnit } = row;
  // Only the wall clock is of use here: the order is that of arrival, which is each station's own.
  const at = { atUtc, monoNs: "0", bootId: "", clockState: "trusted" } as const;
  return [{ ...read.fact, eventId, at, actor, jobOrder, stationId, workUnit }];
}
