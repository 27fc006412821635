import { z } from "zod";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { SeenRejection } from "../../../shared/domain/sync/seen-rejection.ts";
import {
  type RefusalReason,
  type RefusedRow,
  type RefusedThing,
  refusalReasons,
} from "../../../shared/screen/outbox-view.ts";
import type { RefusedEntry } from "../store/verdict-table.ts";

export interface RefusedRowSources {
  readonly master: MasterData;
  readonly seen: ReadonlyMap<string, SeenRejection>;
}

/** @param entries newest first @returns their rows, newest first */
export function refusedRows(
  entries: readonly RefusedEntry[],
  from: RefusedRowSources,
): readonly RefusedRow[] {
  const rows: RefusedRow[] = [];
  for (const entry of entries) {
    const row = refusedRow(entry, from);
    const newer = rows.at(-1);
    if (newer !== undefined && areAlike(newer, row)) rows[rows.length - 1] = together(newer, row);
    else rows.push(row);
  }
  return rows;
}

function refusedRow(entry: RefusedEntry, { master, seen }: RefusedRowSources): RefusedRow {
  const nameOf = (personId: string | null): string | null =>
    personId === null ? null : (master.person.get(personId)?.name ?? personId);
  const look = seen.get(entry.eventId);
  const order = entry.jobOrder === null ? undefined : master["job-order"].get(entry.jobOrder);
  return {
    eventIds: [entry.eventId],
    ...contentOf(entry),
    jobOrderId: entry.jobOrder,
    itemName: order?.item.name ?? null,
    personName: nameOf(entry.actor),
    atUtc: entry.atUtc,
    reason: reasonOf(entry.code),
    seen: look === undefined ? null : { personName: nameOf(look.personId) ?? "", atUtc: look.seenUtc },
  };
}

/** A machine that counts for an order the MES does not know is refused with every stroke; a person sees one row of it. */
function areAlike(newer: RefusedRow, older: RefusedRow): boolean {
  return (
    newer.what === "counted" &&
    older.what === "counted" &&
    newer.jobOrderId === older.jobOrderId &&
    newer.reason === older.reason &&
    newer.seen?.atUtc === older.seen?.atUtc
  );
}

function together(newer: RefusedRow, older: RefusedRow): RefusedRow {
  const quantity = (newer.quantity ?? 0) + (older.quantity ?? 0);
  return { ...newer, eventIds: [...newer.eventIds, ...older.eventIds], quantity };
}

function reasonOf(code: string): RefusalReason {
  return refusalReasons.find((known) => known === code) ?? "other";
}

interface Content {
  readonly what: RefusedThing;
  readonly quantity: number | null;
}

const things: ReadonlyMap<string, RefusedThing> = new Map([
  ["order.started", "order-started"],
  ["order.paused", "order-paused"],
  ["order.resumed", "order-resumed"],
  ["order.finished", "order-finished"],
  ["order.set-up-begun", "order-set-up"],
  ["order.run-begun", "order-run"],
  ["order.held", "order-held"],
  ["order.plan-changed", "order-plan"],
  ["order.aborted", "order-aborted"],
  ["measurement.recorded", "measured"],
  ["measurement.withdrawn", "measurement-withdrawn"],
  ["material.returned", "material"],
  ["material.issued", "material"],
  ["material.reversed", "material"],
  ["material.overridden", "material"],
]);

/** The figures of every kind of booking in one. Read without its own schema: it may be of any version (I-15). */
const figure = z.int().catch(0);
/** Amounts of materials are decimal text; only a whole one is a figure of the list. */
const figureText = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const figuresSchema = z.object({
  delta: figure,
  quantity: z.union([figureText, z.int()]).catch(0),
  good: figure,
  scrap: figure,
  rework: figure,
});

/** What it was and how many; an entry that this version does not know is still shown, as something else. */
function contentOf({ type, payload }: RefusedEntry): Content {
  const figures = figuresSchema.parse(JSON.parse(payload));
  const { delta, quantity, good, scrap, rework } = figures;
  switch (type) {
    case "parts.counted":
      return { what: "counted", quantity: delta };
    case "quantity.reported":
      return reported(figures);
    case "quantity.reversed":
      return { what: "taken-back", quantity: 0 - (good + scrap + rework) };
    case "defect.logged":
      return { what: "defect", quantity };
    case "material.loaded":
      return { what: "material", quantity: quantity === 0 ? null : quantity };
    default:
      return { what: things.get(type) ?? "other", quantity: null };
  }
}

function reported({ good, scrap, rework }: z.infer<typeof figuresSchema>): Content {
  if (scrap !== 0) return { what: "scrap", quantity: scrap };
  return rework !== 0 ? { what: "rework", quantity: rework } : { what: "good", quantity: good };
}
