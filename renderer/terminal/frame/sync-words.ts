import type { SyncView } from "../../../shared/screen/screen-model.ts";
import type { Wording } from "../text/wording.ts";

const SAY_SINCE_AFTER_MS = 15 * 60_000;
const NEEDS_SOMEONE_AFTER_MS = 8 * 3_600_000;

export interface SyncWords {
  readonly title: string;
  readonly note: string;
  /** Amber: a person must act. Waiting alone never is. */
  readonly loud: boolean;
  readonly received: boolean;
}

/** What the sync chip says (UX 1.10): never red, "saved here" and "received" are different words. */
export function syncWords(sync: SyncView, { t, time, nowMs }: Wording): SyncWords {
  const oldestMs = sync.oldestWaitingUtc === null ? null : Date.parse(sync.oldestWaitingUtc);
  const ageMs = oldestMs === null ? 0 : nowMs - oldestMs;
  if (sync.state === "needs-someone") {
    const note =
      sync.trouble === null ? t("sync.waiting", { count: sync.waiting }) : t(`sync.trouble.${sync.trouble}`);
    return { title: t("sync.needs-someone"), note, loud: true, received: false };
  }
  if (sync.state === "up-to-date") {
    return { title: t("sync.up-to-date"), note: t("sync.up-to-date-note"), loud: false, received: true };
  }
  if (sync.state === "sending") {
    return {
      title: t("sync.sending"),
      note: t("sync.left", { count: sync.waiting }),
      loud: false,
      received: false,
    };
  }
  const since = oldestMs !== null && ageMs > SAY_SINCE_AFTER_MS;
  const note = since
    ? t("sync.waiting-since", { count: sync.waiting, time: time.clock(oldestMs) })
    : t("sync.waiting", { count: sync.waiting });
  return { title: t("sync.saved-here"), note, loud: ageMs > NEEDS_SOMEONE_AFTER_MS, received: false };
}
