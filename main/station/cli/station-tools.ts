import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import type { VerifyReport } from "../diagnostics/verify-store.ts";

/** What the command line can do with a station's data, whether it runs or not. */
export interface StationTools {
  verify(): Promise<VerifyReport>;
  /** @throws Error while the station runs */
  rebuild(): Promise<void>;
  journal(): Promise<readonly JournalEntry[]>;
  /** The mapping in use as text. */
  mapping(): Promise<string>;
  /** @throws Error while the station does not run: an import is booked in its journal, by it alone */
  importMapping(text: string): Promise<CommandAnswer>;
  /**
   * Makes this the station's MES. @returns the one it belonged to before, null: none
   * @throws Error while the station runs
   */
  acceptMes(mesId: string): Promise<string | null>;
  close(): void;
}
