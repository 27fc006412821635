import type { Queries } from "../database/database.ts";
import { closeAttention } from "../repositories/attention-repository.ts";
import { markMaintenanceDone } from "../repositories/maintenance-repository.ts";
import type { CommandOf } from "./command.ts";
import { type Written, wrote, wroteNothing } from "./written.ts";

export type FinishOutcome = "done" | "was-done" | "unknown-maintenance";

/** Closes a maintenance order. The tool's next life is begun at the machine, by the event tool.changed. */
export async function finishMaintenance(
  tx: Queries,
  { maintenanceOrderId, atUtc }: CommandOf<"finish-maintenance">,
): Promise<Written<FinishOutcome>> {
  const done = await markMaintenanceDone(tx, maintenanceOrderId, atUtc);
  if (done === undefined) return wroteNothing("unknown-maintenance");
  if (!done) return wroteNothing("was-done");
  await closeAttention(tx, [maintenanceOrderId], atUtc);
  return wrote("done");
}
