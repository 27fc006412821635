import type { ToldAlarm } from "../../../../shared/domain/machines/alarms/alarm-notice.ts";

/** What an acknowledgement says to a machine. */
export interface NamedEvent {
  /** Address of the condition, with its namespace by URI. */
  readonly conditionId: string;
  /** Hexadecimal digits. */
  readonly eventId: string;
  /** Who it was, for the machine's own panel. */
  readonly comment: string;
}

/** More than a station shows of one machine. */
const MOST = 1_000;

/** The newest event of each alarm that waits for an acknowledgement: what is older nobody acknowledges any more. */
export class AcknowledgeableEvents {
  readonly #newest = new Map<string, { readonly conditionId: string; readonly eventId: string }>();

  took(place: number, { key, acknowledging }: ToldAlarm, conditionId: string | null): void {
    const name = `${place} ${key}`;
    this.#newest.delete(name);
    const eventId = acknowledging?.isAcknowledged === false ? acknowledging.eventId : null;
    if (eventId === null || conditionId === null) return;
    this.#newest.set(name, { conditionId, eventId });
    const [oldest] = this.#newest.keys();
    if (this.#newest.size > MOST && oldest !== undefined) this.#newest.delete(oldest);
  }

  conditionOf(place: number, eventId: string): string | undefined {
    for (const [name, newest] of this.#newest) {
      if (newest.eventId === eventId && name.startsWith(`${place} `)) return newest.conditionId;
    }
    return undefined;
  }
}
