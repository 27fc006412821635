import { addAmounts, amountOfPieces, notBelowZero, subtractAmounts } from "./amount.ts";
import type { LotMark, MaterialIssue, MaterialLoad } from "./material-load.ts";

type MarkOfSegment = Omit<LotMark, "bookingTurn">;

/** Pieces `fromPieces` + 1 to `toPieces` of an order at a station took this lot. */
export interface LotSegment {
  readonly loadEventId: string;
  readonly lotId: string;
  readonly fromPieces: number;
  readonly toPieces: number;
  /** In the lot when it was loaded. */
  readonly quantity: string;
  /** What a person said was left when it was returned; null: nobody did. */
  readonly rest: string | null;
  readonly fromUtc: string;
  /** null: it is still on the machine. */
  readonly toUtc: string | null;
  readonly personId: string | null;
}

/**
 * Which pieces took which lot: each lot has the pieces that were counted between its load and the next mark.
 *
 * @param producedPieces of the order at this station until now, scrap included
 */
export function lotSegments(marks: readonly MarkOfSegment[], producedPieces: number): readonly LotSegment[] {
  return marks.flatMap((mark, index): readonly LotSegment[] => {
    if (mark.kind !== "loaded") return [];
    const next = marks[index + 1];
    return [
      {
        loadEventId: mark.eventId,
        lotId: mark.lotId,
        fromPieces: mark.atPieces,
        toPieces: Math.max(mark.atPieces, next?.atPieces ?? producedPieces),
        quantity: mark.quantity,
        rest: next?.kind === "returned" ? next.quantity : null,
        fromUtc: mark.atUtc,
        toUtc: next?.atUtc ?? null,
        personId: mark.personId,
      },
    ];
  });
}

type LineFigures = Pick<MaterialLoad, "quantityPerPiece" | "backflush" | "issues">;

/**
 * What a segment took of its lot. The rest that a person returned outweighs any calculation; else what the pieces take
 * and what was issued by hand within it.
 *
 * @returns null when the plan does not say what a piece takes and nothing was issued or returned
 */
export function consumedIn(segment: LotSegment, line: LineFigures): string | null {
  if (segment.rest !== null) return notBelowZero(subtractAmounts(segment.quantity, segment.rest));
  const issued = issuedIn(segment, line.issues);
  const { quantityPerPiece } = line;
  if (quantityPerPiece === null || !line.backflush) return issued;
  const pieces = segment.toPieces - segment.fromPieces;
  return addAmounts(amountOfPieces(quantityPerPiece, pieces), issued ?? "0");
}

/** @returns what is calculated to be in the lot at the end of the segment; null: nobody can say */
export function leftIn(segment: LotSegment, line: LineFigures): string | null {
  if (segment.rest !== null) return segment.rest;
  const consumed = consumedIn(segment, line);
  return consumed === null ? null : notBelowZero(subtractAmounts(segment.quantity, consumed));
}

function issuedIn(segment: LotSegment, issues: readonly MaterialIssue[]): string | null {
  const mine = issues.filter(({ loadEventId }) => loadEventId === segment.loadEventId);
  return mine.length === 0 ? null : mine.reduce((sum, { quantity }) => addAmounts(sum, quantity), "0");
}
