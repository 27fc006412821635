import { join } from "node:path";
import type { Mes } from "./open-mes.ts";
import { findStation } from "./repositories/station-repository.ts";
import { createOnce, readIfPresent } from "./secrets/create-once.ts";
import { hashToken, newToken, tokenMatches } from "./secrets/token.ts";

/** The planner's token, made at the first start; whoever can read the file may plan. @returns its hash */
export async function openPlannerToken(dataFolder: string): Promise<string> {
  return hashToken((await createOnce(join(dataFolder, "secrets", "planner-token"), newToken)).trim());
}

/** The token that the trial plant's station on this machine shares with the MES. @returns its hash */
export async function openStationToken(dataFolder: string): Promise<string> {
  return hashToken((await createOnce(stationTokenPath(dataFolder), newToken)).trim());
}

/** Lets the trial station in with the token on this machine, should somebody have exchanged the file. */
export async function renewStationToken(mes: Mes, dataFolder: string, stationId: string): Promise<boolean> {
  const token = (await readIfPresent(stationTokenPath(dataFolder)))?.trim();
  const station = await findStation(mes.database, stationId);
  if (token === undefined || station === undefined || tokenMatches(token, station.tokenHash)) return false;
  const { workUnit, otherWorkUnits, machineName } = station;
  await mes.execute({
    kind: "register-station",
    atUtc: mes.nowUtc(),
    station: { stationId, workUnit, otherWorkUnits, machineName, tokenHash: hashToken(token) },
  });
  return true;
}

function stationTokenPath(dataFolder: string): string {
  return join(dataFolder, "secrets", "station-token");
}
