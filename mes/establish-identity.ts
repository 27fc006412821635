import type { Database } from "./database/database.ts";
import { insertIdentity, readIdentity } from "./repositories/identity-repository.ts";
import { createOnce } from "./secrets/create-once.ts";

export interface MesIdentity {
  /** Names this MES to its stations for good; a station that finds another stops and asks (N9). */
  readonly mesId: string;
  /** Names this database; a new one tells stations that what they were told before may be gone (I-11). */
  readonly mesEpoch: string;
}

/** The database belongs to another MES than the data folder. */
export class IdentityError extends Error {
  override readonly name = "IdentityError";
}

/**
 * The identity lives in the data folder, so it outlasts the database; the database carries it too, so that nobody
 * points a data folder at the database of another plant. A fresh database begins a new mesEpoch.
 */
export async function establishIdentity(
  database: Database,
  path: string,
  newId: () => string,
): Promise<MesIdentity> {
  const known = await readIdentity(database);
  const mesId = (await createOnce(path, () => known?.mesId ?? newId())).trim();
  if (known === undefined) {
    const fresh = { mesId, mesEpoch: newId() };
    await database.transaction((tx) => insertIdentity(tx, { ...fresh, plantName: "Plant" }));
    return fresh;
  }
  if (known.mesId !== mesId)
    throw new IdentityError(
      `The database belongs to MES ${known.mesId}, the data folder (${path}) to MES ${mesId}; they do not go together`,
    );
  return { mesId, mesEpoch: known.mesEpoch };
}
