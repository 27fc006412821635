import { type Actor, type Draft, eventSchemas, type RecordedEvent } from "../../../shared/domain/event.ts";
import { evolveAll } from "../../../shared/domain/evolve.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { Clock, Instant } from "../../../shared/lib/clock.ts";
import type { NewId, Sha256 } from "../../../shared/lib/ids.ts";
import { GENESIS_HASH, type JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { Head } from "../../../shared/protocol/messages.ts";
import type { JournalPort } from "./journal-port.ts";
import { seal } from "./seal.ts";

export interface RecorderOptions {
  readonly journal: JournalPort;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly sha256: Sha256;
  /** The first of the station: where everything happens that says nothing else. */
  readonly workUnit: string;
  /** MES clock minus this one; null: nobody knows. */
  readonly mesOffsetMs: (at: Instant) => number | null;
  /** After the commit, never before: whoever is told here may believe it. */
  readonly onRecorded: (head: Head, events: readonly RecordedEvent[]) => void;
}

export interface Origin {
  readonly intentId: string;
  readonly actor: Actor;
}

export interface Recording {
  readonly eventId: string;
  /** The intent had been booked before; nothing was written now. */
  readonly repeated: boolean;
}

/**
 * The one write path of the station. Decide, seal, journal rows and projections in one transaction, then the new state.
 * When the transaction fails, head and state are what they were: nothing was promised.
 */
export interface Recorder {
  state(): StationState;
  head(): Head;
  /**
   * Books an intent once: a second time, also at the same moment, gives the first result (I-3).
   *
   * @returns undefined when there is nothing to record
   * @throws an error after which nothing of it is in the journal
   */
  record(drafts: readonly Draft[], origin: Origin): Recording | undefined;
  /** What an intent was booked as, if it was. */
  booked(intentId: string): Recording | undefined;
  /** Continues under a new epoch, whose first entry is `draft`; when that fails, the old epoch goes on. */
  openEpoch(epoch: string, draft: Draft, origin: Origin): void;
}

export function createRecorder(
  start: { head: Head; state: StationState },
  options: RecorderOptions,
): Recorder {
  let { head, state } = start;
  const booked = (intentId: string): Recording | undefined => {
    const first = options.journal.findByIntent(intentId);
    return first === undefined ? undefined : { eventId: first.eventId, repeated: true };
  };
  const workUnitOf = ({ workUnit, jobOrder }: Draft): string =>
    workUnit ?? state.jobOrder.get(jobOrder ?? "")?.workUnit ?? options.workUnit;
  const append = (from: Head, drafts: readonly Draft[], origin: Origin): Recording => {
    for (const draft of drafts) assertReadable(draft);
    const at = options.clock.now();
    const { newId, sha256, workUnit } = options;
    const mesOffsetMs = options.mesOffsetMs(at);
    const placed = drafts.map((draft) => ({ ...draft, workUnit: workUnitOf(draft) }));
    const entries = seal(from, placed, { ...origin, at, mesOffsetMs, workUnit, newId, sha256 });
    const events = entries.map((entry, index) => eventOf(entry, drafts[index]));
    const evolution = evolveAll(state, events);
    options.journal.append(entries, evolution.changes);
    const last = entries.at(-1);
    const first = entries[0];
    if (last === undefined || first === undefined) throw new Error("Sealing drafts gave no entries");
    head = { epoch: last.epoch, seq: last.seq, hash: last.hash };
    state = evolution.state;
    options.onRecorded(head, events);
    return { eventId: first.eventId, repeated: false };
  };
  return {
    state: () => state,
    head: () => head,
    booked,
    openEpoch: (epoch, draft, origin) => void append({ epoch, seq: 0, hash: GENESIS_HASH }, [draft], origin),
    record(drafts, origin) {
      if (drafts.length === 0) return undefined;
      return booked(origin.intentId) ?? append(head, drafts, origin);
    },
  };
}

/**
 * What is in the journal can never be taken out again, so an entry that no fold could read and every MES would reject
 * must not get in. It would be a fault of a decide function.
 */
function assertReadable(draft: Draft): void {
  const parsed = eventSchemas[draft.type].safeParse(draft.payload);
  if (!parsed.success) throw new Error(`A draft of ${draft.type} is invalid`, { cause: parsed.error });
}

/** The event just sealed, from its draft: the same that `recordedEvent` reads back from the row. */
function eventOf(entry: JournalEntry, draft: Draft | undefined): RecordedEvent {
  if (draft === undefined) throw new Error("An entry without its draft");
  const { atUtc, monoNs, bootId, clockState } = entry;
  return {
    ...draft,
    eventId: entry.eventId,
    at: { atUtc, monoNs, bootId, clockState },
    actor: entry.actor,
    workUnit: entry.workUnit,
  };
}
