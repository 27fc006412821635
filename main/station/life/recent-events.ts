import type { RecordedEvent } from "../../../shared/domain/event.ts";
import type { Head } from "../../../shared/protocol/messages.ts";
import type { StationMemory } from "../work/memory.ts";

/** How many recent events the station can tell the age and the arrival of. */
const KEPT = 200;

export interface RecentEvents {
  add(head: Head, events: readonly RecordedEvent[]): void;
  isReceived(eventId: string, acknowledged: (epoch: string) => Head): boolean;
}

/** Where recent events stand in the journal and when they were recorded in this run. */
export function createRecentEvents(memory: StationMemory, nowMs: () => number): RecentEvents {
  return {
    add(head, events) {
      const atMs = nowMs();
      for (const [index, event] of events.entries()) {
        const seq = head.seq - events.length + 1 + index;
        memory.recent.set(event.eventId, { epoch: head.epoch, seq, atMs });
      }
      for (const eventId of memory.recent.keys()) {
        if (memory.recent.size <= KEPT) break;
        memory.recent.delete(eventId);
      }
    },
    isReceived(eventId, acknowledged) {
      const place = memory.recent.get(eventId);
      return place !== undefined && acknowledged(place.epoch).seq >= place.seq;
    },
  };
}
