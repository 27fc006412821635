import type { IntlShape } from "react-intl";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import type { Attention, AttentionOf } from "../../../../shared/protocol/attention.ts";
import { wordFor } from "../../format/word-for.ts";
import type { Concern } from "./concerns.ts";
import { gapWords } from "./machine-words.ts";

/** A line of "Needs someone" in the reader's language: where and what, and what it is about. */
export interface ConcernWords {
  readonly title: string;
  readonly detail: string;
}

export function concernWords(intl: IntlShape, concern: Concern, nowMs: number): ConcernWords {
  const { kind, machineName } = concern;
  const machine = machineName;
  if (concern.attention !== null) {
    const { title, detail } = attentionWords(intl, concern.attention);
    return { title: intl.formatMessage({ id: `needs.${kind}` }, { machine, ...title }), detail };
  }
  const about = `${intl.formatMessage({ id: `needs.kind.${kind}` })}, ${machine}`;
  return {
    title: intl.formatMessage({ id: `needs.${kind}` }, { machine }),
    detail: concern.gap === undefined ? (concern.order ?? about) : gapWords(intl, concern.gap, nowMs),
  };
}

interface AttentionWords {
  /** Values of the title's message, beside the machine. */
  readonly title: Readonly<Record<string, string>>;
  readonly detail: string;
}

function attentionWords(intl: IntlShape, attention: Attention): AttentionWords {
  switch (attention.kind) {
    case "help-call":
      return {
        title: { category: intl.formatMessage({ id: `help.${attention.category}` }) },
        detail: placeWords(intl, attention),
      };
    case "maintenance":
      return { title: { tool: attention.toolId }, detail: cyclesUsed(intl, attention) };
    case "tool-warning":
      return { title: { tool: attention.toolId }, detail: cyclesLeft(intl, attention) };
    case "rejected-booking":
    case "waiting-bookings":
      return { title: {}, detail: refusalWords(intl, attention) };
    case "begun-order":
      return { title: { order: attention.jobOrderId }, detail: begunWords(intl, attention) };
    case "over-delivery":
      return { title: { order: attention.jobOrderId }, detail: overDeliveryWords(intl, attention) };
    case "held-lot-used": {
      const { lotId: lot, hold, jobOrderId: order } = attention;
      return { title: { lot }, detail: intl.formatMessage({ id: "needs.heldLot" }, { order, hold }) };
    }
    case "doubled-number": {
      const { number, jobOrderId: order } = attention;
      return {
        title: {},
        detail: intl.formatMessage({ id: `needs.doubled.${attention.of}` }, { number, order }),
      };
    }
    case "forked-journal": {
      const seq = intl.formatNumber(attention.seq);
      return { title: {}, detail: intl.formatMessage({ id: "needs.entryKept" }, { seq }) };
    }
    default:
      return unreachable(attention);
  }
}

function begunWords(intl: IntlShape, { cause, good, plannedQuantity }: AttentionOf<"begun-order">): string {
  if (cause !== "cut") return intl.formatMessage({ id: `needs.begun.${cause}` });
  const quantities = {
    good: intl.formatNumber(good ?? 0),
    planned: intl.formatNumber(plannedQuantity ?? 0),
  };
  return intl.formatMessage({ id: "needs.begun.cut" }, quantities);
}

function overDeliveryWords(
  intl: IntlShape,
  { good, plannedQuantity, stations }: AttentionOf<"over-delivery">,
): string {
  const planned = intl.formatNumber(plannedQuantity);
  return intl.formatMessage(
    { id: "needs.overDelivered" },
    { good: intl.formatNumber(good), planned, stations: intl.formatNumber(stations) },
  );
}

function placeWords(intl: IntlShape, { jobOrderId, stationId }: AttentionOf<"help-call">): string {
  if (jobOrderId === null) return stationId;
  return intl.formatMessage({ id: "needs.orderAt" }, { order: jobOrderId, station: stationId });
}

function cyclesUsed(intl: IntlShape, tool: AttentionOf<"maintenance">): string {
  const used = intl.formatNumber(tool.usedCycles);
  return intl.formatMessage(
    { id: "needs.cyclesUsed" },
    { used, limit: intl.formatNumber(tool.lifeLimitCycles) },
  );
}

function cyclesLeft(intl: IntlShape, tool: AttentionOf<"tool-warning">): string {
  const left = Math.max(tool.lifeLimitCycles - tool.usedCycles, 0);
  return intl.formatMessage(
    { id: "needs.cyclesLeft" },
    { left, limit: intl.formatNumber(tool.lifeLimitCycles) },
  );
}

/** "Order 4711 · Order started: order cancelled", without the parts that are not known. */
function refusalWords(
  intl: IntlShape,
  { jobOrderId, eventType, code }: AttentionOf<"rejected-booking" | "waiting-bookings">,
): string {
  const reason = wordFor(intl, "code", code);
  const event = eventType === null ? null : wordFor(intl, "event", eventType);
  const refusal =
    event === null ? reason : intl.formatMessage({ id: "needs.bookingRefused" }, { event, code: reason });
  if (jobOrderId === null) return refusal;
  return `${intl.formatMessage({ id: "needs.order" }, { order: jobOrderId })} · ${refusal}`;
}
