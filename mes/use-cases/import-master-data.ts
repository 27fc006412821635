import { directiveKeys, type MasterDataKind } from "../../shared/protocol/directive.ts";
import type { Queries } from "../database/database.ts";
import { appendDirectives, type DirectiveDraft } from "../repositories/directive-repository.ts";
import { writeMadeLots } from "../repositories/lot-repository.ts";
import {
  readMasterData,
  removeMasterData,
  type StoredMasterData,
  upsertMasterData,
} from "../repositories/master-data-repository.ts";
import { lockAllStations, type StationRow, workUnitsOf } from "../repositories/station-repository.ts";
import type { Body, CommandOf } from "./command.ts";
import type { ImportOutcome } from "./import-job-orders.ts";
import { type Written, wrote, wroteNothing } from "./written.ts";

export interface MasterDataOutcome extends ImportOutcome {
  readonly removed: number;
}

/** Takes reasons, people, lots and the like; the stations concerned get each change as a directive. */
export async function importMasterData(
  tx: Queries,
  { dataKind, items, remove, atUtc }: CommandOf<"import-master-data">,
): Promise<Written<MasterDataOutcome>> {
  const stations = await lockAllStations(tx);
  const before = await readMasterData(tx, dataKind);
  const wanted = items.map((body) => stored(dataKind, body));
  const changes = wanted.filter((item) => before.get(item.id)?.body !== item.body);
  const gone = remove.flatMap((id) => before.get(id) ?? []);
  const created = changes.filter((item) => !before.has(item.id)).length;
  const value = {
    created,
    changed: changes.length - created,
    unchanged: wanted.length - changes.length,
    removed: gone.length,
  };
  if (changes.length + gone.length === 0) return wroteNothing(value);
  await upsertMasterData(tx, changes, atUtc);
  await removeMasterData(
    tx,
    dataKind,
    gone.map(({ id }) => id),
  );
  if (dataKind === "lot") await writeMadeLots(tx, [...changes, ...gone.map(withoutOrigin)]);
  const directed = await direct(tx, { stations, before, changes, gone, atUtc });
  return wrote(value, directed);
}

/** A lot that is gone was made by nobody any more. */
function withoutOrigin(lot: StoredMasterData): StoredMasterData {
  return { ...lot, body: "{}" };
}

interface Direction {
  readonly stations: readonly StationRow[];
  readonly before: ReadonlyMap<string, StoredMasterData>;
  readonly changes: readonly StoredMasterData[];
  readonly gone: readonly StoredMasterData[];
  readonly atUtc: string;
}

async function direct(tx: Queries, direction: Direction): Promise<readonly string[]> {
  const directed: string[] = [];
  for (const station of direction.stations) {
    const { stationId } = station;
    const drafts = draftsFor(workUnitsOf(station), direction);
    await appendDirectives(tx, stationId, { drafts, atUtc: direction.atUtc });
    if (drafts.length > 0) directed.push(stationId);
  }
  return directed;
}

function draftsFor(
  workUnits: readonly string[],
  { before, changes, gone }: Direction,
): readonly DirectiveDraft[] {
  const set = changes.flatMap((item): readonly DirectiveDraft[] => {
    if (concerns(workUnits, item)) return [item];
    const old = before.get(item.id);
    return old !== undefined && concerns(workUnits, old) ? [removal(item)] : [];
  });
  return [...set, ...gone.filter((item) => concerns(workUnits, item)).map(removal)];
}

function removal({ kind, id }: StoredMasterData): DirectiveDraft {
  return { kind, id, body: null };
}

/** Tools belong to one work unit; everything else is the same at every station. */
export function concerns(workUnits: readonly string[], item: StoredMasterData): boolean {
  if (item.kind !== "tool") return true;
  return workUnits.includes((JSON.parse(item.body) as { workUnit: string }).workUnit);
}

function stored(kind: MasterDataKind, body: Body): StoredMasterData {
  return { kind, id: String(body[directiveKeys[kind]]), body: JSON.stringify(body) };
}
