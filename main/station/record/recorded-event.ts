import { eventSchemas, isKnownType, type RecordedEvent } from "../../../shared/domain/event.ts";
import { upcastPayload } from "../../../shared/domain/event-versions.ts";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";

/**
 * A journal row as the projections see it.
 *
 * @returns undefined for a type that this version does not know: it stays in the journal and changes nothing here
 * @throws Error when the payload of a known type is not what this station itself wrote
 */
export function recordedEvent(entry: JournalEntry): RecordedEvent | undefined {
  if (!isKnownType(entry.type)) return undefined;
  const newest = upcastPayload(entry.type, entry.version, JSON.parse(entry.payload));
  const payload = eventSchemas[entry.type].safeParse(newest);
  if (!payload.success) {
    throw new Error(`Journal entry ${entry.epoch}/${entry.seq} (${entry.type}) has an unreadable payload`, {
      cause: payload.error,
    });
  }
  const { atUtc, monoNs, bootId, clockState } = entry;
  return {
    type: entry.type,
    payload: payload.data,
    eventId: entry.eventId,
    at: { atUtc, monoNs, bootId, clockState },
    actor: entry.actor,
    jobOrder: entry.jobOrder,
    workUnit: entry.workUnit,
  } as RecordedEvent;
}
