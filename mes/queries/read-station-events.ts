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

/*
 * ANY of an array, never IN of a subquery: for that the planner reads the whole journal. The two conditions are word for
 * word those of the indexes of migration 241: counts come from an index alone, all else by order and type.
 */
const COLUMNS = `event_id AS "eventId", version, payload, at_utc AS "atUtc", actor, job_order AS "jobOrder",
  station_id AS "stationId", work_unit AS "workUnit", arrival`;
const OF_ORDERS =
  "verdict = 'applied' AND job_order = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))";
const SHORT_COUNTS = `
  SELECT 'parts.counted' AS type, ${COLUMNS} FROM journal_event
  WHERE ${OF_ORDERS} AND type = 'parts.counted' AND octet_length(payload) <= 512`;
const ALL_ELSE = `
  SELECT type, ${COLUMNS} FROM journal_event
  WHERE ${OF_ORDERS} AND type = ANY(ARRAY(SELECT json_array_elements_text($2::text::json)))
    AND (type <> 'parts.counted' OR octet_length(payload) > 512)`;

/** What all stations told of some orders and the MES applied; events of one station in its own order. */
export async function readStationEvents(
  db: Queries,
  { jobOrderIds, types, vocabulary }: EventsWanted,
): Promise<readonly StationEvent[]> {
  if (jobOrderIds.length === 0) return [];
  const told = types.includes("parts.counted") ? `${SHORT_COUNTS} UNION ALL ${ALL_ELSE}` : ALL_ELSE;
  const rows = await db.query<StoredRow>(`SELECT * FROM (${told}) AS told ORDER BY arrival`, [
    JSON.stringify(jobOrderIds),
    JSON.stringify(types),
  ]);
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
