import { PROJECTION_VERSION } from "../../../shared/domain/evolve.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { PinGuard } from "../../../shared/domain/people/pin-guard.ts";
import type { RowChange, StationState } from "../../../shared/domain/station-state.ts";
import type { Directive } from "../../../shared/protocol/directive.ts";
import { GENESIS_HASH, type JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { Head, Verdict } from "../../../shared/protocol/messages.ts";
import { epochTable } from "./epoch-table.ts";
import { journalTable } from "./journal-table.ts";
import { mirrorTable } from "./mirror-table.ts";
import { type PinGuardChanges, pinGuardTable } from "./pin-guard-table.ts";
import { projectionTable } from "./projection-table.ts";
import { settingTable } from "./setting-table.ts";
import { type Database, storeErrorFrom } from "./sqlite.ts";
import { type RefusedEntry, verdictTable } from "./verdict-table.ts";

/** Everything the station keeps in journal.db. Every write is one committed transaction; failures are StoreErrors. */
export interface JournalStore {
  /** An entry with sequence 1 opens its epoch, in the same transaction: there is no epoch without its first entry. */
  append(entries: readonly JournalEntry[], changes: readonly RowChange[]): void;
  findByIntent(intentId: string): JournalEntry | undefined;
  entriesAfter(epoch: string, seq: number, limit: number): readonly JournalEntry[];
  hashAt(epoch: string, seq: number): string | undefined;
  atUtcOf(epoch: string, seq: number): string | undefined;
  /** Local end of every epoch, oldest first; empty before the first start. */
  epochs(): readonly Head[];

  acknowledged(epoch: string): Head;
  saveAcknowledgement(ack: Head & { readonly verdicts: readonly Verdict[] }): void;
  rewind(head: Head): void;
  /** What the MES refused for good, newest first. */
  refusedEntries(limit: number): readonly RefusedEntry[];
  parkedCount(): number;

  setting(name: string): string | undefined;
  saveSetting(name: string, value: string): void;

  /** Tries of PINs in a row, by person; the terminal's own under the empty name. */
  pinGuards(): ReadonlyMap<string, PinGuard>;
  savePinGuards(changes: PinGuardChanges): void;

  masterData(): MasterData;
  applyDirectives(directives: readonly Directive[], confirmedUtc: string): void;

  /** @returns undefined when the rows were written by another version of the fold and must be rebuilt */
  projections(): StationState | undefined;
  replaceProjections(changes: readonly RowChange[]): void;
}

const PROJECTION_SETTING = "projection-version";
export const DIRECTIVE_CURSOR = "directive-cursor";
export const MASTER_DATA_CONFIRMED = "master-data-confirmed-utc";

export function journalStore(database: Database): JournalStore {
  const journal = journalTable(database);
  const epochs = epochTable(database);
  const projections = projectionTable(database);
  const settings = settingTable(database);
  const mirror = mirrorTable(database);
  const verdicts = verdictTable(database);
  const pinGuards = pinGuardTable(database);
  const commit = committer(database);

  return {
    append: (entries, changes) =>
      commit("Cannot save the booking", () => {
        for (const entry of entries) {
          if (entry.seq === 1) epochs.add(entry.epoch, entry.atUtc, entry.payload);
          journal.insert(entry);
        }
        projections.apply(changes);
      }),
    findByIntent: journal.findByIntent,
    entriesAfter: journal.entriesAfter,
    hashAt: journal.hashAt,
    atUtcOf: journal.atUtcOf,
    epochs: () => epochs.all().map((epoch) => headOf(epoch, journal.last(epoch))),

    acknowledged: epochs.acknowledged,
    saveAcknowledgement: (ack) =>
      commit("Cannot save the acknowledgement", () => {
        assertExists(journal.hashAt(ack.epoch, ack.seq), ack);
        epochs.setAcknowledged(ack);
        verdicts.save(ack.epoch, ack.verdicts);
      }),
    rewind: (head) =>
      commit("Cannot rewind the cursor", () => {
        assertExists(journal.hashAt(head.epoch, head.seq), head);
        epochs.setAcknowledged(head);
      }),
    refusedEntries: verdicts.refused,
    parkedCount: verdicts.parkedCount,

    setting: settings.get,
    saveSetting: (name, value) => commit("Cannot save a setting", () => settings.set(name, value)),

    pinGuards: pinGuards.all,
    savePinGuards: (changes) => commit("Cannot save the tries of PINs", () => pinGuards.save(changes)),

    masterData: mirror.load,
    applyDirectives: (directives, confirmedUtc) =>
      commit("Cannot save what the MES sent", () => {
        for (const directive of directives) mirror.apply(directive);
        const last = directives.at(-1);
        if (last !== undefined) settings.set(DIRECTIVE_CURSOR, String(last.seq));
        settings.set(MASTER_DATA_CONFIRMED, confirmedUtc);
      }),

    projections: () =>
      settings.get(PROJECTION_SETTING) === String(PROJECTION_VERSION) ? projections.load() : undefined,
    replaceProjections: (changes) =>
      commit("Cannot rebuild the projections", () => {
        projections.clear();
        projections.apply(changes);
        settings.set(PROJECTION_SETTING, String(PROJECTION_VERSION));
      }),
  };
}

/** IMMEDIATE takes the write lock at once, so nothing is decided on a state that another writer changes. */
function committer(database: Database): (doing: string, write: () => void) => void {
  return (doing, write) => {
    try {
      database.transaction(write).immediate();
    } catch (cause) {
      throw storeErrorFrom(cause, doing);
    }
  };
}

function headOf(epoch: string, last: { seq: number; hash: string } | undefined): Head {
  return { epoch, seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS_HASH };
}

/** A cursor that points at nothing of ours would skip entries for ever (R11). */
function assertExists(own: string | undefined, head: Head): void {
  if (own !== head.hash) {
    throw new Error(`Cursor ${head.epoch}/${head.seq} does not match the journal`);
  }
}
