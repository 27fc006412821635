import type { Queries } from "../database/database.ts";
import { maintenanceDue } from "../ingest/attention.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import { pickEffects } from "../ingest/pick-effects.ts";
import { type AttentionStep, settleAttention } from "../ingest/settle-attention.ts";
import { settleMaintenance } from "../ingest/settle-maintenance.ts";
import { closeAttention, openAttention } from "./attention-repository.ts";
import { insertLotUses } from "./lot-repository.ts";
import { writeMachineStates } from "./machine-repository.ts";
import { finishMaintenanceOfTools, insertMaintenance } from "./maintenance-repository.ts";
import { insertPacking } from "./packing-repository.ts";
import {
  addProgress,
  insertDefects,
  insertMeasurements,
  insertReversals,
  withdrawMeasurements,
  writeStationOrders,
} from "./progress-repository.ts";
import { insertReworkRoutes, takeBackReworkRoutes } from "./rework-route-repository.ts";
import { addStationProgress } from "./station-progress-repository.ts";
import { writeMachineState } from "./station-repository.ts";

/** Writes what a batch changes, in one statement a table however many events there are. */
export async function writeEffects(
  tx: Queries,
  stationId: string,
  { caused, atUtc }: { readonly caused: readonly CausedEffect[]; readonly atUtc: string },
): Promise<void> {
  await addProgress(tx, caused);
  await addStationProgress(tx, stationId, caused);
  await writeStationOrders(tx, stationId, caused);
  await insertMeasurements(tx, caused);
  await withdrawMeasurements(tx, caused);
  await insertDefects(tx, caused);
  await insertReworkRoutes(tx, caused);
  await insertReversals(tx, caused);
  await takeBackReworkRoutes(tx, caused);
  await insertLotUses(tx, caused);
  const doubled = await insertPacking(tx, caused);
  await writeMachineStates(tx, stationId, caused);
  const state = pickEffects(caused, "machine-state").findLast(({ effect }) => effect.isOfStation)?.effect;
  if (state !== undefined) await writeMachineState(tx, stationId, state);
  const ofMaintenance = await writeMaintenance(tx, caused, atUtc);
  const change = settleAttention([...attentionSteps(caused), ...ofMaintenance]);
  // Found in what is stored, and of ids of their own: nothing in the batch closes them.
  const opened = [...change.opened, ...doubled];
  await closeAttention(tx, change.closed, atUtc);
  await openAttention(tx, opened, atUtc);
}

function attentionSteps(caused: readonly CausedEffect[]): readonly AttentionStep[] {
  return caused.flatMap(({ effect }) =>
    effect.kind === "attention-opened" || effect.kind === "attention-closed" ? [effect] : [],
  );
}

/** @returns the lines that go with the orders: each has the order's own id, so no other step of the batch meets them */
async function writeMaintenance(
  tx: Queries,
  caused: readonly CausedEffect[],
  atUtc: string,
): Promise<readonly AttentionStep[]> {
  const { changed, raised } = settleMaintenance(caused);
  const done = await finishMaintenanceOfTools(tx, changed, atUtc);
  const added = new Set(await insertMaintenance(tx, raised, atUtc));
  return [
    ...done.map((id) => ({ kind: "attention-closed", id }) as const),
    ...raised
      .filter(({ effect, isDone }) => !isDone && added.has(effect.payload.maintenanceOrderId))
      .map(({ effect, arrival }) => {
        const attention = maintenanceDue(arrival, effect.payload);
        return { kind: "attention-opened", attention } as const;
      }),
  ];
}
