import type { NewId } from "../../../shared/lib/ids.ts";
import type { Head } from "../../../shared/protocol/messages.ts";
import type { Recorder } from "../record/recorder.ts";
import type { JournalStore } from "../store/journal-store.ts";
import { isRolledBack } from "../store/rollback.ts";

export type EpochCause = "first-start" | "rolled-back" | "mes-ahead";

export interface EpochChange {
  readonly cause: EpochCause;
  readonly previous: Head | null;
}

/**
 * Which epoch this run continues. A new one when there is none yet, or when the journal stands behind its mark: then it
 * was put back to an older state, and its sequence numbers may already be in the MES with other content (I-6). A journal
 * without a mark (a file copied by hand) may be just that, so it is not continued either.
 *
 * @returns the change that must be recorded, or null to go on in the last epoch
 */
export function epochChange(store: JournalStore, mark: Head | null): EpochChange | null {
  const last = store.epochs().at(-1) ?? null;
  if (last === null) return { cause: mark === null ? "first-start" : "rolled-back", previous: mark };
  return isRolledBack(mark, store.hashAt) ? { cause: "rolled-back", previous: mark ?? last } : null;
}

/** Opens the epoch and records why, as its first entry. @returns its id */
export function openEpoch(
  change: EpochChange,
  parts: { recorder: Recorder; newEpoch: NewId; newId: NewId },
): string {
  const epoch = parts.newEpoch();
  const payload = {
    cause: change.cause,
    previousEpoch: change.previous?.epoch ?? null,
    previousSeq: change.previous?.seq ?? null,
  };
  const origin = { intentId: parts.newId(), actor: { personId: null, auth: "station" } } as const;
  parts.recorder.openEpoch(epoch, { type: "epoch.opened", jobOrder: null, payload }, origin);
  return epoch;
}
