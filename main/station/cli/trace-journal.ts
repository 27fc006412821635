import { foldGenealogy } from "../../../shared/domain/genealogy/fold-genealogy.ts";
import { backwardOf, forwardOf, type LotUsage } from "../../../shared/domain/genealogy/lot-usage.ts";
import type {
  Genealogy,
  Partaker,
  StationEvent,
  TracedOverride,
} from "../../../shared/domain/genealogy/work-trace.ts";
import { foldSerials, type TracedSerial } from "../../../shared/domain/packing/fold-serials.ts";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import { recordedEvent } from "../record/recorded-event.ts";

export const traceKinds = ["order", "lot", "piece"] as const;

export interface TraceSubject {
  readonly kind: (typeof traceKinds)[number];
  /** Number of the order or lot, or the piece's own number. */
  readonly id: string;
}

/** What this station alone knows of an order, a lot or a piece. */
export interface StationTrace extends TraceSubject {
  /** Only of a piece: its order, and the how manieth it was there. */
  readonly piece: Pick<TracedSerial, "jobOrderId" | "piece" | "atUtc"> | null;
  readonly lots: readonly LotUsage[];
  readonly partakers: readonly Partaker[];
  readonly overrides: readonly TracedOverride[];
}

/** One journal is one station's; which one, the entries do not say. */
const HERE = "here";

/**
 * Genealogy from the station's own journal, the same fold as at the MES (MA-18): it answers while there is no network.
 *
 * @returns undefined when the journal tells of no such thing
 */
export function traceJournal(
  entries: readonly JournalEntry[],
  subject: TraceSubject,
): StationTrace | undefined {
  const events = entries.flatMap(stationEvent);
  const genealogy = foldGenealogy(events);
  switch (subject.kind) {
    case "order":
      return traceOrder(genealogy, subject, subject.id);
    case "piece":
      return tracePiece(genealogy, subject, foldSerials(events));
    case "lot": {
      const lots = forwardOf(genealogy, subject.id);
      return lots.length === 0 ? undefined : { ...subject, piece: null, lots, partakers: [], overrides: [] };
    }
    default:
      return subject.kind satisfies never;
  }
}

function stationEvent(entry: JournalEntry): StationEvent[] {
  const event = recordedEvent(entry);
  return event === undefined ? [] : [{ ...event, stationId: HERE, workUnit: entry.workUnit }];
}

function traceOrder(
  genealogy: Genealogy,
  subject: TraceSubject,
  jobOrderId: string,
): StationTrace | undefined {
  const traces = [...genealogy.values()].filter((trace) => trace.jobOrderId === jobOrderId);
  if (traces.length === 0) return undefined;
  return {
    ...subject,
    piece: null,
    lots: backwardOf(genealogy, jobOrderId),
    partakers: traces.flatMap(({ partakers }) => Object.values(partakers)),
    overrides: traces.flatMap(({ overrides }) => overrides),
  };
}

function tracePiece(
  genealogy: Genealogy,
  subject: TraceSubject,
  serials: readonly TracedSerial[],
): StationTrace | undefined {
  const found = serials.findLast(({ serial }) => serial === subject.id);
  if (found === undefined) return undefined;
  const { jobOrderId, piece, atUtc } = found;
  const ofOrder = traceOrder(genealogy, subject, jobOrderId);
  return {
    ...subject,
    piece: { jobOrderId, piece, atUtc },
    lots: backwardOf(genealogy, jobOrderId, { stationId: HERE, piece }),
    partakers: (ofOrder?.partakers ?? []).filter((one) => one.fromPieces < piece && piece <= one.toPieces),
    overrides: ofOrder?.overrides ?? [],
  };
}
