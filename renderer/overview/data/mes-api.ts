import type { z } from "zod";
import type { PieceOf } from "../../../shared/domain/genealogy/lot-usage.ts";
import type { ImportKind, ImportTake } from "../../../shared/protocol/import-report.ts";
import type { OrderFilter } from "../../../shared/protocol/order-filters.ts";
import type { TraceLook, TraceSubject } from "../shell/route.ts";
import type { SourceAnswer } from "./source-state.ts";

const API = "/api/v1";
const REQUEST_TIMEOUT_MS = 10_000;

export const floorPath = `${API}/floor`;
export const floorStreamPath = `${API}/floor/stream`;
const ordersPath = `${API}/orders`;

/** What of the orders is asked for. */
export interface OrdersAsked {
  readonly filter: OrderFilter;
  readonly search: string;
  /** From 1. */
  readonly page: number;
}

/** "Today" ends at midnight of the reader's own clock. */
export function ordersPagePath({ filter, search, page }: OrdersAsked): string {
  const asked = { filter, search, page: String(page), timeZone: readersTimeZone() };
  return `${ordersPath}?${new URLSearchParams(asked)}`;
}

/** The orders that a work unit has to do. */
export function queuePath(workUnit: string): string {
  return `${ordersPath}?${new URLSearchParams({ workUnit, limit: "200" })}`;
}

function readersTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function orderPath(jobOrderId: string): string {
  return `${ordersPath}/${encodeURIComponent(jobOrderId)}`;
}

/** Where a planner holds, releases, cuts or cancels an order. */
export function orderActPath(jobOrderId: string, act: string): string {
  return `${orderPath(jobOrderId)}/${act}`;
}

export function lotActPath(lotId: string, act: "hold" | "release"): string {
  return `${API}/lots/${encodeURIComponent(lotId)}/${act}`;
}

/** A time that a file gives without an offset is that of the reader's own clock. */
export function importPath(kind: ImportKind, take: ImportTake): string {
  return `${API}/import/${kind}?${new URLSearchParams({ take, timeZone: readersTimeZone() })}`;
}

/** @param only the how manieth piece of which station; left out: the whole order */
export function orderGenealogyPath(jobOrderId: string, only?: PieceOf): string {
  const path = `${API}/genealogy/orders/${encodeURIComponent(jobOrderId)}`;
  if (only === undefined) return path;
  return `${path}?${new URLSearchParams({ stationId: only.stationId, piece: String(only.piece) })}`;
}

export function serialGenealogyPath(serial: string): string {
  return `${API}/genealogy/serials/${encodeURIComponent(serial)}`;
}

export function unitPagePath(sscc: string): string {
  return `${API}/units/${encodeURIComponent(sscc)}`;
}

export function lotGenealogyPath(lotId: string): string {
  return `${API}/genealogy/lots/${encodeURIComponent(lotId)}`;
}

export function lotRecallPath(lotId: string): string {
  return `${lotGenealogyPath(lotId)}/recall`;
}

/** The tree around a lot, an order, a unit or a piece. */
export function genealogyTreePath(
  { kind, id }: TraceSubject,
  look: Pick<TraceLook, "direction" | "depth">,
): string {
  const { direction, depth } = look;
  return `${API}/genealogy/tree?${new URLSearchParams({ kind, id, direction, depth: String(depth) })}`;
}

interface Patience {
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

/**
 * Asks the MES once and believes only an answer of the agreed shape. Never throws for what a network can do.
 *
 * @param signal aborts the asking, beside the time-out
 */
export async function askMes<Data>(
  path: string,
  schema: z.ZodType<Data>,
  { signal, timeoutMs = REQUEST_TIMEOUT_MS }: Patience,
): Promise<SourceAnswer<Data>> {
  let response: Response;
  try {
    response = await fetch(path, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      headers: { accept: "application/json" },
      cache: "no-store",
    });
  } catch {
    // No connection, a refused one or a time-out: for the reader of the page all are "cannot be reached".
    return { ok: false, problem: "unreachable" };
  }
  if (response.status === 404) return { ok: false, problem: "not-found" };
  if (!response.ok) return { ok: false, problem: response.status >= 502 ? "unreachable" : "refused" };
  return parseAnswer(await response.text().catch(() => ""), schema);
}

/** The page that starts this program, as the MES serves it now. @returns null when it cannot be read */
export async function askIndexPage(): Promise<string | null> {
  try {
    const response = await fetch("/", { cache: "no-store", signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
    return response.ok ? await response.text() : null;
  } catch {
    return null; // Not reachable: the notice on the page already says so.
  }
}

/** @returns "bad-answer" for text that is not JSON or not of the agreed shape */
export function parseAnswer<Data>(text: string, schema: z.ZodType<Data>): SourceAnswer<Data> {
  const parsed = schema.safeParse(jsonOrNothing(text));
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, problem: "bad-answer" };
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON: no schema accepts undefined, so it becomes a bad answer.
  }
}
