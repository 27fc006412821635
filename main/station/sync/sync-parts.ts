import type { Clock } from "../../../shared/lib/clock.ts";
import type { MesClient } from "./mes-client.ts";
import type { SyncLog } from "./sync-log.ts";
import type { DirectiveMirror, Outbox } from "./sync-ports.ts";
import type { StatusBoard } from "./sync-status.ts";
import type { Sleep } from "./wake-signal.ts";

/** What the actors of sync share; built once by startSync. */
export interface SyncParts {
  readonly stationId: string;
  readonly client: MesClient;
  readonly outbox: Outbox;
  readonly mirror: DirectiveMirror;
  readonly board: StatusBoard;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: Sleep;
  readonly log: SyncLog;
  /**
   * Says of an error that came out of the outbox or the mirror whether the store only refused for now (disk full):
   * then the pump waits and tries again. Anything else ends the process.
   */
  readonly isStorageRefusal: (error: unknown) => boolean;
}
