import type { Queries } from "../database/database.ts";
import type { Command } from "../use-cases/command.ts";
import type { Written } from "../use-cases/written.ts";

/**
 * Makes commands durable. When `write` resolves, the command's effect survives a power cut; when it rejects, it may or
 * may not have happened, and the sender asks again.
 */
export interface CommandWriter {
  write<Value>(command: Command, work: (tx: Queries) => Promise<Written<Value>>): Promise<Written<Value>>;
  close(): Promise<void>;
}
