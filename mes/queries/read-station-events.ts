import type { EventType } from "../../shared/domain/event.ts";
import type { StationEvent } from "../../shared/domain/genealogy/work-trace.ts";
import type { Queries } from "../database/database.ts";
import { readFact } from "../ingest/read-fact.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";

interface StoredRow {
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

export interface EventsWanted {
  readonly jobOrderIds: readonly string[];
  readonly types: readonly EventType[];
  readonly vocabulary: Vocabulary;
}

/** What all stations told of some orders and the MES applied; events of one station in its own order. */
export async function readStationEvents(
  db: Queries,
  { jobOrderIds, types, vocabulary }: EventsWanted,
): Promise<readonly StationEvent[]> {
  if (jobOrderIds.length === 0) return [];
  const rows = await db.query<StoredRow>(
    `SELECT event_id AS "eventId", type, version, payload, at_utc AS "atUtc", actor, job_order AS "jobOrder",
       station_id AS "stationId", work_unit AS "workUnit"
     FROM journal_event
     WHERE job_order IN (SELECT json_array_elements_text($1::text::json)) AND verdict = 'applied'
       AND type IN (SELECT json_array_elements_text($2::text::json))
     ORDER BY arrival`,
    [JSON.stringify(jobOrderIds), JSON.stringify(types)],
  );
  return rows.flatMap((row) => eventOf(row, vocabulary));
}

function eventOf(row: StoredRow, vocabulary: Vocabulary): readonly StationEvent[] {
  const read = readFact(row, vocabulary);
  if (read.kind !== "fact") return [];
  const { eventId, atUtc, actor, jobOrder, stationId, workUnit } = row;
  // Only the wall clock is of use here: the order is that of arrival, which is each station's own.
  const at = { atUtc, monoNs: "0", bootId: "", clockState: "trusted" } as const;
  return [{ ...read.fact, eventId, at, actor, jobOrder, stationId, workUnit }];
}
