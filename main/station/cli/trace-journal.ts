import { foldGenealogy } from "../../../shared/domain/genealogy/fold-genealogy.ts";
import { backwardOf, forwardOf, type LotUsage } from "../../../shared/domain/genealogy/lot-usage.ts";
import { producedOf } from "../../../shared/domain/genealogy/order-pieces.ts";
import { type PieceWindow, pieceWindow } from "../../../shared/domain/genealogy/piece-window.ts";
import { sentToRework } from "../../../shared/domain/genealogy/sent-to-rework.ts";
import {
  type TracedInstruction,
  tracedInstructions,
} from "../../../shared/domain/genealogy/traced-instructions.ts";
import type {
  Genealogy,
  Partaker,
  StationEvent,
  TracedOverride,
} from "../../../shared/domain/genealogy/work-trace.ts";
import type { RepairedPieces } from "../../../shared/domain/orders/repaired-pieces.ts";
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
  readonly instructions: readonly TracedInstruction[];
  /** Of a rework order whose pieces were sent from here: whose they are, and which gets them back. */
  readonly repairs: RepairedPieces | null;
  /** Orders that repair pieces of it; of one that this station has not worked only the end of its number is known, after "…". */
  readonly reworkOrders: readonly RepairedPieces[];
  /** Where it was made; empty of a lot. */
  readonly workUnit: string;
  /** Only of a piece: when it was made. */
  readonly window: PieceWindow | null;
}

const nothingElse: Omit<StationTrace, keyof TraceSubject | "lots"> = {
  piece: null,
  partakers: [],
  overrides: [],
  instructions: [],
  repairs: null,
  reworkOrders: [],
  workUnit: "",
  window: null,
};

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
      return withRework(traceOrder(genealogy, subject, subject.id), subject, { events, genealogy });
    case "piece":
      return tracePiece(genealogy, subject, events);
    case "lot": {
      const lots = forwardOf(genealogy, subject.id);
      return lots.length === 0 ? undefined : { ...subject, ...nothingElse, lots };
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
    ...nothingElse,
    lots: backwardOf(genealogy, jobOrderId),
    partakers: traces.flatMap(({ partakers }) => [...partakers.values()]),
    overrides: traces.flatMap(({ overrides }) => overrides),
    instructions: traces.flatMap(({ instructions, sums }) =>
      tracedInstructions(instructions, producedOf(sums)),
    ),
    workUnit: traces[0]?.workUnit ?? "",
  };
}

interface Told {
  readonly events: readonly StationEvent[];
  readonly genealogy: Genealogy;
}

/** A rework order that is worked at another station is told of by the booking that sent the pieces. */
function withRework(
  trace: StationTrace | undefined,
  subject: TraceSubject,
  { events, genealogy }: Told,
): StationTrace | undefined {
  const sent = sentToRework(events);
  const booking = sent.find(({ reworkOrderEnd }) => subject.id.endsWith(reworkOrderEnd));
  if (trace === undefined && booking === undefined) return undefined;
  const worked = [...genealogy.values()].map(({ jobOrderId }) => jobOrderId);
  const nameOf = (end: string): string => worked.find((id) => id.endsWith(end)) ?? `…${end}`;
  return {
    ...(trace ?? { ...subject, ...nothingElse, lots: [] }),
    repairs: booking === undefined ? null : { jobOrderId: booking.jobOrderId, pieces: booking.pieces },
    reworkOrders: sent
      .filter(({ jobOrderId }) => jobOrderId === subject.id)
      .map(({ reworkOrderEnd, pieces }) => ({ jobOrderId: nameOf(reworkOrderEnd), pieces })),
  };
}

function tracePiece(
  genealogy: Genealogy,
  subject: TraceSubject,
  events: readonly StationEvent[],
): StationTrace | undefined {
  const found = foldSerials(events).findLast(({ serial }) => serial === subject.id);
  if (found === undefined) return undefined;
  const { jobOrderId, piece, atUtc } = found;
  const ofOrder = traceOrder(genealogy, subject, jobOrderId);
  const hadPart = (one: { readonly fromPieces: number; readonly toPieces: number }) =>
    one.fromPieces < piece && piece <= one.toPieces;
  return {
    ...subject,
    ...nothingElse,
    piece: { jobOrderId, piece, atUtc },
    lots: backwardOf(genealogy, jobOrderId, { stationId: HERE, piece }),
    partakers: (ofOrder?.partakers ?? []).filter(hadPart),
    overrides: ofOrder?.overrides ?? [],
    instructions: (ofOrder?.instructions ?? []).filter(hadPart),
    workUnit: ofOrder?.workUnit ?? "",
    window: pieceWindow(events, jobOrderId, { stationId: HERE, piece }) ?? null,
  };
}
