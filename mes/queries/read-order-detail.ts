import type { Fact } from "../../shared/domain/event.ts";
import type { OrderSums } from "../../shared/domain/orders/job-order-progress.ts";
import { reworkOrderId } from "../../shared/domain/orders/route.ts";
import type { Disposition } from "../../shared/domain/quality/events.ts";
import { formatDecimal } from "../../shared/lib/decimal.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { OrderBooking, OrderDetail } from "../../shared/protocol/pages.ts";
import type { Queries } from "../database/database.ts";
import { atPlantTime } from "../ingest/at-plant-time.ts";
import { readFact } from "../ingest/read-fact.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { bookingContent, ledgerQuantities, NO_QUANTITIES } from "./booking-line.ts";
import { collapseCounts } from "./collapse-counts.ts";
import { correctedTimeLines } from "./corrected-time-lines.ts";
import { type Names, readNames } from "./names.ts";
import { readOrder } from "./order-facts.ts";
import { type OrdersSource, readBoard } from "./read-board.ts";
import { readOrderRows } from "./read-order-rows.ts";
import { readUnitsOfOrders } from "./read-packed.ts";
import { readRoute } from "./read-route.ts";
import { readTimeline } from "./read-timeline.ts";
import { outerUnits, unitRow } from "./unit-row.ts";

/** Enough for any shift; the journal holds the rest. */
const NEWEST_EVENTS = 2_000;

/** @returns undefined when there is no such order */
export async function readOrderDetail(
  source: OrdersSource,
  jobOrderId: string,
): Promise<OrderDetail | undefined> {
  const { db, vocabulary } = source;
  const found = await readOrder(db, jobOrderId);
  if (found === undefined) return undefined;
  const board = await readBoard(source);
  const [order] = await readOrderRows(source, board, [found]);
  if (order === undefined) return undefined;
  const names = await readNames(db);
  const units = await readUnitsOfOrders(db, [jobOrderId], vocabulary);
  const outerOf = outerUnits(units);
  return {
    order,
    timeline: await readTimeline(db, board, found),
    route: await readRoute(db, jobOrderId),
    units: units.map((unit) => unitRow(unit, outerOf)),
    bookings: await readBookings(db, jobOrderId, {
      names,
      vocabulary,
      authority: found.sums.countAuthority,
      productionOrderId: found.jobOrder.route?.productionOrderId ?? null,
    }),
    measurements: await readMeasurements(db, jobOrderId, names),
    defects: await readDefects(db, jobOrderId, names),
  };
}

interface BookingContext {
  readonly names: Names;
  readonly vocabulary: Vocabulary;
  readonly authority: OrderSums["countAuthority"];
  /** null: the order is no operation of one. */
  readonly productionOrderId: string | null;
}

type StoredBooking = Pick<
  JournalEntry,
  "eventId" | "type" | "version" | "atUtc" | "mesOffsetMs" | "actor" | "payload"
> &
  Pick<OrderBooking, "receivedUtc" | "stationId" | "verdict" | "code">;

async function readBookings(
  db: Queries,
  jobOrderId: string,
  context: BookingContext,
): Promise<OrderBooking[]> {
  const rows = await db.query<StoredBooking>(
    `SELECT event_id AS "eventId", type, version, at_utc AS "atUtc",
       mes_offset_ms AS "mesOffsetMs", actor, payload, received_at AS "receivedUtc",
       station_id AS "stationId", verdict, code
     FROM journal_event WHERE job_order = $1 ORDER BY arrival DESC LIMIT $2`,
    [jobOrderId, NEWEST_EVENTS],
  );
  const entries = rows.map(atPlantTime).map((row) => ({ ...row, fact: factOf(row, context.vocabulary) }));
  const corrections = correctedTimeLines(entries.toReversed());
  return collapseCounts(
    entries.map((entry) => {
      const { content, ...line } = orderBooking(entry, context);
      return { ...line, content: corrections.get(entry.eventId) ?? content };
    }),
  );
}

function factOf(row: StoredBooking, vocabulary: Vocabulary): Fact | undefined {
  const read = readFact(row, vocabulary);
  return read.kind === "fact" ? read.fact : undefined;
}

function orderBooking(
  row: StoredBooking & { readonly fact: Fact | undefined },
  { names, authority, productionOrderId }: BookingContext,
): OrderBooking {
  const { fact } = row;
  const reworkId = productionOrderId === null ? null : reworkOrderId(productionOrderId, row.eventId);
  const applied = row.verdict === "applied" ? fact : undefined;
  return {
    eventId: row.eventId,
    type: row.type,
    atUtc: row.atUtc,
    receivedUtc: row.receivedUtc,
    stationId: row.stationId,
    personName: names.person(row.actor),
    ...(applied === undefined ? NO_QUANTITIES : ledgerQuantities(applied, authority)),
    content: fact === undefined ? { kind: "plain" } : bookingContent(fact, names, reworkId),
    verdict: row.verdict,
    code: row.code,
  };
}

interface MeasurementRow {
  readonly eventId: string;
  readonly atUtc: string;
  readonly characteristicId: string;
  readonly units: number;
  readonly scale: number;
  readonly unit: string;
  readonly result: "inside" | "below" | "above";
  readonly actor: string | null;
}

async function readMeasurements(
  db: Queries,
  jobOrderId: string,
  names: Names,
): Promise<OrderDetail["measurements"]> {
  const rows = await db.query<MeasurementRow>(
    `SELECT m.event_id AS "eventId", m.at_utc AS "atUtc", m.characteristic_id AS "characteristicId",
       m.value_units AS units, m.value_scale AS scale, m.unit, m.result, m.actor
     FROM measurement m JOIN journal_event e ON e.event_id = m.event_id
     WHERE m.job_order_id = $1 AND m.withdrawn_by IS NULL ORDER BY e.arrival DESC`,
    [jobOrderId],
  );
  return rows.map(({ eventId, atUtc, characteristicId, units, scale, unit, result, actor }) => ({
    eventId,
    atUtc,
    characteristic: names.characteristic(characteristicId),
    value: formatDecimal({ units, scale }),
    unit,
    result,
    personName: names.person(actor),
  }));
}

interface DefectRow {
  readonly eventId: string;
  readonly atUtc: string;
  readonly defectCode: string;
  readonly quantity: number;
  readonly disposition: Disposition;
  readonly actor: string | null;
}

async function readDefects(db: Queries, jobOrderId: string, names: Names): Promise<OrderDetail["defects"]> {
  const rows = await db.query<DefectRow>(
    `SELECT d.event_id AS "eventId", d.at_utc AS "atUtc", d.defect_code AS "defectCode", d.quantity - d.taken_back AS quantity,
       d.disposition,
       d.actor
     FROM defect d JOIN journal_event e ON e.event_id = d.event_id
     WHERE d.job_order_id = $1 AND d.quantity > d.taken_back ORDER BY e.arrival DESC`,
    [jobOrderId],
  );
  return rows.map(({ eventId, atUtc, defectCode, quantity, disposition, actor }) => ({
    eventId,
    atUtc,
    defect: names.defect(defectCode),
    quantity,
    disposition,
    personName: names.person(actor),
  }));
}
