import type { SyncView } from "../../../shared/screen/screen-model.ts";
import type { JournalStore } from "../store/journal-store.ts";
import type { SyncStatus } from "../sync/sync-status.ts";

export interface SyncNow {
  readonly status: SyncStatus | undefined;
  readonly storageFull: boolean;
  /** Bookings that the MES refused and no lead has seen yet. */
  readonly refused: number;
  /** MES clock minus this one, now; null: nobody knows. */
  readonly mesOffsetMs: number | null;
}

/** A clock that is further off than this is somebody's to set (UX §1.10). */
const CLOCK_TOLERANCE_MS = 30_000;

/** What the sync chip shows. Amber ("needs-someone") only if a person must act (UX §1.10). */
export function syncView(
  store: JournalStore,
  { status, storageFull, refused, mesOffsetMs }: SyncNow,
): SyncView {
  const { waiting, oldestWaitingUtc } = backlog(store);
  const clockOffMs = Math.abs(mesOffsetMs ?? 0) > CLOCK_TOLERANCE_MS ? -(mesOffsetMs ?? 0) : 0;
  const minor = clockOffMs === 0 ? null : "clock";
  const trouble = storageFull ? "storage" : (status?.trouble ?? (refused > 0 ? "rejected" : minor));
  return {
    state: trouble !== null ? "needs-someone" : chipState(status, waiting),
    waiting,
    oldestWaitingUtc,
    lastContactUtc: status?.lastContactUtc ?? null,
    trouble,
    clockOffMs,
  };
}

function chipState(status: SyncStatus | undefined, waiting: number): SyncView["state"] {
  if (waiting === 0 && status !== undefined && status.state !== "offline") return "up-to-date";
  return status?.state === "sending" ? "sending" : "saved-here";
}

function backlog(store: JournalStore): Pick<SyncView, "waiting" | "oldestWaitingUtc"> {
  let waiting = 0;
  let oldestWaitingUtc: string | null = null;
  for (const head of store.epochs()) {
    const acknowledged = store.acknowledged(head.epoch);
    const open = head.seq - acknowledged.seq;
    if (open > 0) oldestWaitingUtc ??= store.atUtcOf(head.epoch, acknowledged.seq + 1) ?? null;
    waiting += open;
  }
  return { waiting, oldestWaitingUtc };
}
