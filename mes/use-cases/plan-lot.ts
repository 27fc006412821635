import type { Lot } from "../../shared/domain/materials/lot.ts";
import type { Queries } from "../database/database.ts";
import { readLot } from "../repositories/lot-repository.ts";
import { lockAllStations } from "../repositories/station-repository.ts";
import type { Body, CommandOf } from "./command.ts";
import { importMasterData } from "./import-master-data.ts";
import { type Written, wroteNothing } from "./written.ts";

export type PlanLotOutcome = "done" | "was-so" | "unknown-lot";

/**
 * Holds a lot, or lifts the hold. Every station gets the lot as a directive: it is loaded nowhere any more, and where it is on
 * a machine it says so. The pieces that it got into stay its own (CF-4).
 */
export async function planLot(
  tx: Queries,
  { lotId, hold, atUtc }: CommandOf<"plan-lot">,
): Promise<Written<PlanLotOutcome>> {
  await lockAllStations(tx);
  const lot = await readLot(tx, lotId);
  if (lot === undefined) return wroteNothing("unknown-lot");
  if (lot.hold === hold) return wroteNothing("was-so");
  const items: readonly (Lot & Body)[] = [{ ...lot, hold }];
  const change = { kind: "import-master-data", dataKind: "lot", items, remove: [], atUtc } as const;
  return { ...(await importMasterData(tx, change)), value: "done" };
}
