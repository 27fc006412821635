import type { EventType } from "../../shared/domain/event.ts";
import type { StationEvent } from "../../shared/domain/genealogy/work-trace.ts";
import type { Queries } from "../database/database.ts";
import { plantTimeUtc } from "../ingest/at-plant-time.ts";
import { readFact } from "../ingest/read-fact.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";

interface StoredRow {
  readonly eventId: string;
  readonly type: string;
  readonly version: number;
  readonly payload: string;
  readonly atUtc: string;
  /** null also for what is read from an index that does not have it. */
  readonly mesOffsetMs: number | null;
  readonly actor: string | null;
  readonly jobOrder: string;
  readonly stationId: string;
  readonly workUnit: string;
}

export interface EventsWanted {
  readonly jobOrderIds: readonly string[];
  readonly types: readonly EventType[];
  readonly vocabulary: Vocabulary;
  /**
   * station: as it was told, and as the values of its machines are kept. plant: by the clock of the MES (ST-7), for what is
   * compared with times that the MES or the planner gave.
   */
  readonly clock: "station" | "plant";
}

/*
 * ANY of an array, never IN of a subquery: for that the planner reads the whole journal. The two conditions are word for
 * word those of the indexes of migration 241: counts come from an index alone, all else by order and type.
 */
const COLUMNS = `event_id AS "eventId", version, payload, at_utc AS "atUtc", actor, job_order AS "jobOrder",
  station_id AS "stationId", work_unit AS "workUnit", arrival`;
const OFFSET = 'mes_offset_ms AS "mesOffsetMs"';
const NO_OFFSET = 'NULL::bigint AS "mesOffsetMs"';
const OF_ORDERS =
  "verdict = 'applied' AND job_order = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))";
const shortCounts = (offset: string) => `
  SELECT 'parts.counted' AS type, ${COLUMNS}, ${offset} FROM journal_event
  WHERE ${OF_ORDERS} AND type = 'parts.counted' AND octet_length(payload) <= 512`;
const ALL_ELSE = `
  SELECT type, ${COLUMNS}, ${OFFSET} FROM journal_event
  WHERE ${OF_ORDERS} AND type = ANY(ARRAY(SELECT json_array_elements_text($2::text::json)))
    AND (type <> 'parts.counted' OR octet_length(payload) > 512)`;

/** What all stations told of some orders and the MES applied; events of one station in its own order. */
export async function readStationEvents(db: Queries, wanted: EventsWanted): Promise<readonly StationEvent[]> {
  if (wanted.jobOrderIds.length === 0) return [];
  const rows = await readRows(db, wanted, NO_OFFSET);
  // Counts have it on the journal's pages alone: they are read for it only where another event tells of a wrong clock.
  const isOff = wanted.clock === "plant" && rows.some((row) => plantTimeUtc(row) !== row.atUtc);
  const timed = isOff ? await readRows(db, wanted, OFFSET) : rows;
  return timed.flatMap((row) => eventOf(row, wanted));
}

function readRows(
  db: Queries,
  { jobOrderIds, types }: EventsWanted,
  offsetOfCounts: string,
): Promise<readonly StoredRow[]> {
  const told = types.includes("parts.counted")
    ? `${shortCounts(offsetOfCounts)} UNION ALL ${ALL_ELSE}`
    : ALL_ELSE;
  return db.query<StoredRow>(`SELECT * FROM (${told}) AS told ORDER BY arrival`, [
    JSON.stringify(jobOrderIds),
    JSON.stringify(types),
  ]);
}

function eventOf(row: StoredRow, { vocabulary, clock }: EventsWanted): readonly StationEvent[] {
  const read = readFact(row, vocabulary);
  if (read.kind !== "fact") return [];
  const { eventId, actor, jobOrder, stationId, workUnit } = row;
  const atUtc = clock === "plant" ? plantTimeUtc(row) : row.atUtc;
  // Only the wall clock is of use here: the order is that of arrival, which is each station's own.
  const at = { atUtc, monoNs: "0", bootId: "", clockState: "trusted" } as const;
  return [{ ...read.fact, eventId, at, actor, jobOrder, stationId, workUnit }];
}
