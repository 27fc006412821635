import { unreachable } from "../../shared/lib/unreachable.ts";
import type { Queries } from "../database/database.ts";
import type { Arrival } from "../ingest/arrival.ts";
import { maintenanceDue } from "../ingest/attention.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import type { Effect } from "../ingest/effect.ts";
import { closeAttention, openAttention } from "./attention-repository.ts";
import { finishMaintenanceOfTool, insertMaintenance } from "./maintenance-repository.ts";
import { addProgress, insertDefects, insertMeasurements, writeStationOrders } from "./progress-repository.ts";

/** Writes what a batch changes. Rows that come in numbers go in one statement each, the rare ones one by one. */
export async function writeEffects(
  tx: Queries,
  stationId: string,
  { caused, atUtc }: { readonly caused: readonly CausedEffect[]; readonly atUtc: string },
): Promise<void> {
  await addProgress(tx, caused);
  await writeStationOrders(tx, stationId, caused);
  await insertMeasurements(tx, caused);
  await insertDefects(tx, caused);
  for (const one of caused) await writeSingle(tx, one, atUtc);
}

async function writeSingle(tx: Queries, { effect, arrival }: CausedEffect, atUtc: string): Promise<void> {
  const { entry, stationId } = arrival;
  switch (effect.kind) {
    case "progress":
    case "station-order":
    case "measurement":
    case "defect":
      return; // written in bulk
    case "measurement-withdrawn":
      await tx.query("UPDATE measurement SET withdrawn_by = $2 WHERE event_id = $1", [
        effect.withdraws,
        entry.eventId,
      ]);
      return;
    case "reversal":
      await tx.query("INSERT INTO reversal (reverses, event_id) VALUES ($1, $2)", [
        effect.reverses,
        entry.eventId,
      ]);
      await tx.query("UPDATE defect SET reversed_by = $2 WHERE event_id = $1", [
        effect.reverses,
        entry.eventId,
      ]);
      return;
    case "machine-state":
      await tx.query(
        "UPDATE station SET machine_state = $2, machine_state_since = $3 WHERE station_id = $1",
        [stationId, effect.state, effect.sinceUtc],
      );
      return;
    case "attention-opened":
      await openAttention(tx, effect.attention, atUtc);
      return;
    case "attention-closed":
      await closeAttention(tx, effect.id, atUtc);
      return;
    case "maintenance-raised":
      await raiseMaintenance(tx, { effect, arrival }, atUtc);
      return;
    case "tool-changed": {
      const done = await finishMaintenanceOfTool(
        tx,
        { workUnit: entry.workUnit, toolId: effect.toolId },
        atUtc,
      );
      for (const id of done) await closeAttention(tx, id, atUtc);
      return;
    }
    default:
      unreachable(effect);
  }
}

async function raiseMaintenance(
  tx: Queries,
  { effect, arrival }: { effect: Extract<Effect, { kind: "maintenance-raised" }>; arrival: Arrival },
  atUtc: string,
): Promise<void> {
  const { entry, stationId } = arrival;
  const isNew = await insertMaintenance(tx, {
    ...effect.payload,
    stationId,
    workUnit: entry.workUnit,
    raisedUtc: entry.atUtc,
    eventId: entry.eventId,
  });
  if (isNew) await openAttention(tx, maintenanceDue(arrival, effect.payload), atUtc);
}
