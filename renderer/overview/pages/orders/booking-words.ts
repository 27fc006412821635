import type { IntlShape } from "react-intl";
import { PLANNER_REASON, UPSTREAM_REASON } from "../../../../shared/domain/orders/job-order-progress.ts";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import type { BookingContent } from "../../../../shared/protocol/booking-content.ts";
import type { NamedCode } from "../../../../shared/protocol/named-code.ts";
import type { OrderBooking } from "../../../../shared/protocol/pages.ts";
import { formatClockWithSeconds, formatMoment } from "../../format/moment.ts";
import { nameOf } from "../../format/name-of.ts";
import { wordFor } from "../../format/word-for.ts";
import { formatMeasured } from "./format-measured.ts";

type ContentOf<Kind extends BookingContent["kind"]> = Extract<BookingContent, { kind: Kind }> &
  Readonly<{ kind: Kind }>;

/** What a booking says, in the reader's language. */
export function bookingWords(intl: IntlShape, { content, type, atUtc }: OrderBooking): string {
  switch (content.kind) {
    case "counted": {
      const quantity = intl.formatNumber(content.quantity);
      return intl.formatMessage({ id: "booking.counted" }, { quantity });
    }
    case "paused":
      return intl.formatMessage({ id: "booking.paused" }, { reason: nameOf(intl, content.reason) });
    case "finished":
      return intl.formatMessage({ id: "booking.finished" }, { pieces: piecesWords(intl, content) });
    case "finished-short":
      return endedWords(intl, "booking.finishedShort", content);
    case "aborted":
      return endedWords(intl, "booking.aborted", content);
    case "held": {
      const { cause, reason } = content;
      return intl.formatMessage({ id: `booking.held.${cause}` }, { reason }).trim();
    }
    case "plan-changed": {
      const quantities = { was: intl.formatNumber(content.was), planned: intl.formatNumber(content.planned) };
      return intl.formatMessage({ id: "booking.planChanged" }, quantities);
    }
    case "reported":
      return reportedWords(intl, content);
    case "reversed":
      return intl.formatMessage({ id: "booking.reversed" }, { pieces: piecesWords(intl, content) });
    case "measured":
      return measuredWords(intl, content);
    case "withdrawn": {
      const { characteristic } = content;
      return intl.formatMessage({ id: "booking.withdrawn" }, { characteristic });
    }
    case "defect":
      return defectWords(intl, content);
    case "loaded": {
      const { lotId, itemId, quantity, unit } = content;
      const amount = `${formatMeasured(intl, quantity)} ${unit}`.trim();
      const values = { lot: lotId, item: itemId, quantity: amount };
      return intl.formatMessage({ id: "booking.loaded" }, values);
    }
    case "unit-reopened": {
      const reason = nameOf(intl, content.reason);
      return intl.formatMessage({ id: "booking.unitReopened" }, { sscc: content.sscc, reason });
    }
    case "time-corrected":
      return correctedWords(intl, content, Date.parse(atUtc));
    case "plain":
      return wordFor(intl, "event", type);
    default:
      return unreachable(content);
  }
}

/** Seen from the moment of the correction: a time of the day before has its day with it, one of the same minute its seconds. */
function correctedWords(
  intl: IntlShape,
  { of, correctedUtc, recordedUtc }: ContentOf<"time-corrected">,
  nowMs: number,
): string {
  const event = wordFor(intl, "event", of);
  const [corrected, recorded] = [correctedUtc, recordedUtc].map((utc) => formatMoment(intl, utc, nowMs));
  const isSameMinute = corrected === recorded;
  const values = {
    corrected: isSameMinute ? formatClockWithSeconds(intl, correctedUtc) : corrected,
    recorded: isSameMinute ? formatClockWithSeconds(intl, recordedUtc) : recorded,
  };
  return intl.formatMessage({ id: "booking.timeCorrected" }, { event, ...values });
}

function endedWords(
  intl: IntlShape,
  id: "booking.finishedShort" | "booking.aborted",
  content: ContentOf<"finished-short" | "aborted">,
): string {
  const reason = endReason(intl, content.reason);
  const missing = intl.formatNumber(content.missing);
  return intl.formatMessage({ id }, { pieces: piecesWords(intl, content), missing, reason });
}

/** Two reasons nobody picks: the planner took the rest back, or it never came from the operation before. */
function endReason(intl: IntlShape, reason: NamedCode): string {
  if (reason.code === PLANNER_REASON) return intl.formatMessage({ id: "booking.reason.planner" });
  if (reason.code === UPSTREAM_REASON) return intl.formatMessage({ id: "booking.reason.upstream" });
  return nameOf(intl, reason);
}

function reportedWords(intl: IntlShape, content: ContentOf<"reported">): string {
  const words = piecesAndReason(intl, content);
  if (content.reworkTo === undefined) return words;
  const { operation, jobOrderId: order } = content.reworkTo;
  return intl.formatMessage({ id: "booking.reworkTo" }, { words, operation, order });
}

function piecesAndReason(intl: IntlShape, content: ContentOf<"reported">): string {
  const pieces = piecesWords(intl, content);
  if (content.reason === null) return pieces;
  const reason = nameOf(intl, content.reason);
  return intl.formatMessage({ id: "booking.reportedFor" }, { pieces, reason });
}

function measuredWords(intl: IntlShape, content: ContentOf<"measured">): string {
  const { characteristic, unit } = content;
  const value = formatMeasured(intl, content.value);
  const result = intl.formatMessage({ id: `detail.result.${content.result}` });
  return intl.formatMessage({ id: "booking.measured" }, { characteristic, value, unit, result });
}

function defectWords(intl: IntlShape, content: ContentOf<"defect">): string {
  const quantity = intl.formatNumber(content.quantity);
  const defect = nameOf(intl, content.defect);
  const disposition = intl.formatMessage({ id: `detail.disposition.${content.disposition}` });
  return intl.formatMessage({ id: "booking.defect" }, { quantity, defect, disposition });
}

type PiecesContent = ContentOf<"finished" | "reported" | "reversed" | "finished-short" | "aborted">;

/** Only what is there: "24 good, 1 scrap". Quantities taken back are negative and read without their sign. */
function piecesWords(intl: IntlShape, content: PiecesContent): string {
  const words = (["good", "scrap", "rework"] as const)
    .filter((key) => content[key] !== 0)
    .map((key) => intl.formatMessage({ id: `pieces.${key}` }, { count: Math.abs(content[key]) }));
  return words.length === 0 ? intl.formatMessage({ id: "pieces.none" }) : words.join(", ");
}
