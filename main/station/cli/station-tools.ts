import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { VerifyReport } from "../diagnostics/verify-store.ts";

/** What the command line can do with a station's data, whether it runs or not. */
export interface StationTools {
  verify(): Promise<VerifyReport>;
  /** @throws Error while the station runs */
  rebuild(): Promise<void>;
  journal(): Promise<readonly JournalEntry[]>;
  close(): void;
}
