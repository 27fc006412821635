import type { Database } from "../database/database.ts";
import type { CommandWriter } from "./command-writer.ts";

/** PostgreSQL flushes before COMMIT returns (asserted when it was opened), so its transaction is the promise. */
export function postgresWriter(database: Database): CommandWriter {
  return {
    write: (_command, work) => database.transaction(work),
    close: async () => undefined,
  };
}
