import { randomUUID } from "node:crypto";
import type { DataFolder } from "../config/data-folder.ts";
import { readConfig } from "../config/read-config.ts";
import { readMesToken } from "../config/read-secrets.ts";
import type { StationConfig } from "../config/station-config.ts";
import { systemClock } from "../record/system-clock.ts";
import { createMesClient } from "../sync/mes-client.ts";
import { MesError } from "../sync/mes-error.ts";
import type { StationTools } from "./station-tools.ts";

type Connection = NonNullable<StationConfig["mes"]>;

/** Asks the MES as this station would, and says what came of it. @returns the exit code */
export async function showMes(folder: DataFolder): Promise<number> {
  const asked = await askMes(folder);
  if (asked === undefined) return 1;
  console.log(`MES ${asked.mesId} answers at ${asked.mes.url} and takes this station's token.`);
  console.log(asked.mes.url.startsWith("https:") ? securedBy(asked.mes) : "The line is not secured (http).");
  return 0;
}

/**
 * A person's word that the plant has another MES from now on (N9). It must be the one that answers, and be named in full: what
 * is stored here is then sent to it from its beginning.
 *
 * @param openTools only opened when the right MES answers
 * @returns the exit code
 */
export async function acceptMes(
  folder: DataFolder,
  mesId: string,
  openTools: () => Promise<StationTools>,
): Promise<number> {
  const asked = await askMes(folder);
  if (asked === undefined) return 1;
  if (asked.mesId !== mesId) {
    console.error(`The MES that answers is ${asked.mesId}, not ${mesId}. Nothing was changed.`);
    return 1;
  }
  const tools = await openTools();
  try {
    const before = await tools.acceptMes(mesId);
    console.log(
      before === mesId
        ? "This station belongs to that MES already. Nothing was changed."
        : `This station belonged to ${before ?? "no MES"}. From its next start on all that it holds is sent to ${mesId}.`,
    );
    return 0;
  } finally {
    tools.close();
  }
}

async function askMes(folder: DataFolder): Promise<{ mes: Connection; mesId: string } | undefined> {
  const { mes, stationId } = readConfig(folder.config);
  if (mes === null) {
    console.error(`${folder.config} names no MES: this station works alone.`);
    return undefined;
  }
  const { url: mesUrl, caFile } = mes;
  const token = readMesToken(mes);
  const client = createMesClient({ mesUrl, caFile, stationId, token, clock: systemClock(undefined) });
  try {
    const { mesId } = await client.handshake(randomUUID(), new AbortController().signal);
    return { mes, mesId };
  } catch (error) {
    if (!(error instanceof MesError)) throw error;
    console.error(`${mesUrl}: ${error.message}`);
    if (error.cause instanceof Error) console.error(error.cause.message);
    return undefined;
  }
}

function securedBy({ caFile }: Connection): string {
  return `Its certificate was verified by ${caFile ?? "the authorities of the operating system"}.`;
}
