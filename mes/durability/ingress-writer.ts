import type { Database, Queries } from "../database/database.ts";
import { writeIngressFrame } from "../repositories/identity-repository.ts";
import type { Command } from "../use-cases/command.ts";
import type { Written } from "../use-cases/written.ts";
import type { CommandWriter } from "./command-writer.ts";
import { IngressError } from "./ingress-error.ts";
import type { IngressFile } from "./ingress-file.ts";

/**
 * Makes commands durable on PGlite, which never flushes: the command is flushed to the ingress file as the last act of
 * its transaction. A command that fails is never in the file; one that is in the file but not in the database (crash
 * between the two, or PGlite forgot) is carried out again at the next start.
 *
 * Worst outcome if the order were the other way round: a station clears its outbox for rows that a power cut takes.
 *
 * @param onSuspect told once when database and file may differ; the process must end and start again
 */
export function ingressWriter(
  database: Database,
  ingress: IngressFile,
  onSuspect: (error: Error) => void,
): CommandWriter {
  return {
    write: (command, work) => writeThrough({ database, ingress, onSuspect }, command, work),
    close: () => ingress.close(),
  };
}

interface Through {
  readonly database: Database;
  readonly ingress: IngressFile;
  readonly onSuspect: (error: Error) => void;
}

async function writeThrough<Value>(
  { database, ingress, onSuspect }: Through,
  command: Command,
  work: (tx: Queries) => Promise<Written<Value>>,
): Promise<Written<Value>> {
  let flushed = false;
  try {
    return await database.transaction(async (tx) => {
      const written = await work(tx);
      if (!written.changed) return written;
      await writeIngressFrame(tx, ingress.lastNumber + 1);
      await ingress.append(command);
      flushed = true;
      return written;
    });
  } catch (error) {
    if (flushed || (error instanceof IngressError && error.code === "suspect"))
      onSuspect(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}
