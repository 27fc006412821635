import type { Database } from "../database/database.ts";
import { readIdentity, writeIngressFrame } from "../repositories/identity-repository.ts";
import type { CommandKind, CommandOf } from "../use-cases/command.ts";
import { execute, isCommand } from "../use-cases/execute.ts";
import type { IngestContext } from "../use-cases/ingest-batch.ts";
import { IngressError } from "./ingress-error.ts";
import type { IngressFile } from "./ingress-file.ts";

/**
 * Carries out what the ingress file holds and the database does not, in order, each frame in a transaction of its own.
 *
 * @returns how many frames were replayed
 * @throws IngressError "damaged" when the database is ahead of the file: the file was exchanged or cut
 */
export async function replayIngress(
  database: Database,
  ingress: IngressFile,
  context: IngestContext,
): Promise<number> {
  const position = (await readIdentity(database))?.ingressFrame ?? 0;
  if (position > ingress.lastNumber)
    throw new IngressError(
      "damaged",
      `The database holds frame ${position}, the ingress file ends at ${ingress.lastNumber}; restore the file`,
    );
  let replayed = 0;
  for await (const { number, content } of ingress.framesAfter(position)) {
    if (!isCommand(content))
      throw new IngressError("damaged", `Frame ${number} holds a command that this version does not know`);
    const command: CommandOf<CommandKind> = content;
    await database.transaction(async (tx) => {
      await execute(tx, command, context);
      await writeIngressFrame(tx, number);
    });
    replayed += 1;
  }
  return replayed;
}
