import { type AlarmEvent, alarmOfEvent } from "../../../../shared/domain/machines/alarms/alarm-event.ts";
import type { AlarmNotice } from "../../../../shared/domain/machines/alarms/alarm-notice.ts";
import type { AlarmSource } from "../../../../shared/domain/machines/alarms/alarm-source.ts";
import { AcknowledgeableEvents } from "./acknowledgeable-events.ts";
import { alarmKey } from "./alarm-key.ts";

/** An event of one source. */
export interface SentEvent {
  /** Place of the source in the endpoint's list. */
  readonly place: number;
  readonly event: AlarmEvent;
}

/** A controller with everything wrong tells some hundred alarms at once, and then a few in a second. */
const MOST_AT_ONCE = 500;
const PER_TICK = 50;
/** A machine that does not tell that its refresh has ended has told all it has by then. */
const TICKS_TO_SETTLE = 5;
/** However often a queue overflows, the machine is not asked all the time. */
const TICKS_BETWEEN_REFRESHES = 10;

const STANDARD = "nsu=http://opcfoundation.org/UA/";
const REFRESH_START = `${STANDARD};i=2787`;
const REFRESH_END = `${STANDARD};i=2788`;
const REFRESH_REQUIRED = `${STANDARD};i=2789`;
const QUEUE_OVERFLOW = `${STANDARD};i=3035`;

export interface AlarmListener {
  tell(place: number, notices: readonly AlarmNotice[]): void;
  /** Events are missing before those that are told next: the machine says so, or it sent too many. */
  missed(): void;
}

/**
 * Makes of the events of one session what they mean as alarms, and knows when the machine has to be asked for the alarms
 * that are there: at the beginning, after a cut, and after it dropped events or sent more than can be true.
 */
export class AlarmIntake {
  readonly #sources: readonly AlarmSource[];
  readonly #listener: AlarmListener;
  #isWanted = false;
  #isDropping = false;
  #allowance = MOST_AT_ONCE;
  #ticks = 0;
  #lastRefreshTick = Number.NEGATIVE_INFINITY;
  /** Sources whose refresh goes on, with the tick at which it counts as ended. */
  readonly #refreshing = new Map<number, number>();
  readonly #acknowledgeable = new AcknowledgeableEvents();

  constructor(sources: readonly AlarmSource[], listener: AlarmListener) {
    this.#sources = sources;
    this.#listener = listener;
  }

  /** A new session: nothing is known of what went before. Messages cannot be asked for, so those of before are over. */
  opened(): void {
    this.#sources.forEach(({ kind }, place) => {
      this.#listener.tell(place, kind === "message" ? [DOUBTED, SETTLED] : [DOUBTED]);
    });
    this.wantRefresh();
  }

  /** @returns the condition that told this event last; undefined: it has told something newer, or may not be acknowledged */
  conditionOf(sourceId: string, eventId: string): string | undefined {
    const place = this.#sources.findIndex((source) => source.sourceId === sourceId);
    return this.#acknowledgeable.conditionOf(place, eventId);
  }

  /** Events may have been missed. */
  wantRefresh(): void {
    this.#isWanted = this.#sources.some(({ kind }) => kind === "condition");
  }

  take(events: readonly SentEvent[]): void {
    const isOverflown = events.some(({ event }) => event.eventType === QUEUE_OVERFLOW);
    const wasDropping = this.#isDropping;
    const notices = events.map(({ place, event }) => ({ place, some: this.#noticesOf(place, event) }));
    if (isOverflown || (this.#isDropping && !wasDropping)) {
      this.#doubtRefreshes();
      this.#listener.missed();
    }
    for (const [place, all] of Map.groupBy(notices, (one) => one.place)) {
      const told = all.flatMap(({ some }) => some);
      if (told.length > 0) this.#listener.tell(place, told);
    }
  }

  /** @returns whether the machine is to be asked now */
  tick(): boolean {
    this.#ticks += 1;
    this.#allowance = Math.min(MOST_AT_ONCE, this.#allowance + PER_TICK);
    if (this.#allowance > MOST_AT_ONCE / 2) this.#isDropping = false;
    for (const [place, tick] of this.#refreshing) if (tick <= this.#ticks) this.#settle(place);
    const isDue = this.#ticks - this.#lastRefreshTick >= TICKS_BETWEEN_REFRESHES;
    return this.#isWanted && !this.#isDropping && isDue;
  }

  /** The machine is being asked. */
  refreshBegan(): void {
    this.#isWanted = false;
    this.#lastRefreshTick = this.#ticks;
    this.#conditions((place) => this.#begin(place));
  }

  /** It cannot be asked: what was there before is not known to be there any more. */
  refreshFailed(): void {
    this.#conditions((place) => this.#settle(place));
  }

  #noticesOf(place: number, event: AlarmEvent): readonly AlarmNotice[] {
    switch (event.eventType) {
      case REFRESH_START:
        this.#refreshing.set(place, this.#ticks + TICKS_TO_SETTLE);
        return [DOUBTED];
      case REFRESH_END:
        return this.#refreshing.delete(place) ? [SETTLED] : [];
      case REFRESH_REQUIRED:
        this.wantRefresh();
        return [];
      case QUEUE_OVERFLOW:
        return [];
      default:
        return this.#alarmOf(place, event);
    }
  }

  #alarmOf(place: number, event: AlarmEvent): readonly AlarmNotice[] {
    const source = this.#sources[place];
    const alarm = source && alarmOfEvent(source, event, alarmKey);
    if (source === undefined || alarm === undefined) return [];
    if (source.acknowledge === "machine") this.#acknowledgeable.took(place, alarm, event.conditionId);
    if (this.#allowance === 0) {
      this.#isDropping = true;
      return [];
    }
    this.#allowance -= 1;
    return [alarm];
  }

  #begin(place: number): void {
    this.#refreshing.set(place, this.#ticks + TICKS_TO_SETTLE);
    this.#listener.tell(place, [DOUBTED]);
  }

  #settle(place: number): void {
    this.#refreshing.delete(place);
    this.#listener.tell(place, [SETTLED]);
  }

  /** Of a refresh with holes nobody knows what it did not name. */
  #doubtRefreshes(): void {
    this.#refreshing.clear();
    this.wantRefresh();
  }

  #conditions(work: (place: number) => void): void {
    this.#sources.forEach(({ kind }, place) => {
      if (kind === "condition") work(place);
    });
  }
}

const DOUBTED = { kind: "doubted" } as const;
const SETTLED = { kind: "settled" } as const;
