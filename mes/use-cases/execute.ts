import type { Queries } from "../database/database.ts";
import { closeAttention } from "../repositories/attention-repository.ts";
import { renamePlant } from "../repositories/identity-repository.ts";
import type { Command, CommandKind, CommandOf } from "./command.ts";
import { type FinishOutcome, finishMaintenance } from "./finish-maintenance.ts";
import { type ImportOutcome, importJobOrders } from "./import-job-orders.ts";
import { importMasterData, type MasterDataOutcome } from "./import-master-data.ts";
import { importProducts } from "./import-products.ts";
import { type IngestContext, type IngestOutcome, ingestBatch } from "./ingest-batch.ts";
import { planJobOrder } from "./plan-job-order.ts";
import { type PlanLotOutcome, planLot } from "./plan-lot.ts";
import type { PlanOutcome } from "./plan-outcome.ts";
import { type RegisterOutcome, registerStation } from "./register-station.ts";
import { type Written, wrote, wroteNothing } from "./written.ts";

export interface Outcomes {
  "ingest-batch": IngestOutcome;
  "import-job-orders": ImportOutcome;
  "cancel-job-order": PlanOutcome;
  "import-products": ImportOutcome;
  "plan-job-order": PlanOutcome;
  "plan-lot": PlanLotOutcome;
  "import-master-data": MasterDataOutcome;
  "finish-maintenance": FinishOutcome;
  "close-attention": "closed" | "not-open";
  "register-station": RegisterOutcome;
  "name-plant": "named";
}

type Handlers = {
  readonly [Kind in CommandKind]: (
    tx: Queries,
    command: CommandOf<Kind>,
    context: IngestContext,
  ) => Promise<Written<Outcomes[Kind]>>;
};

const handlers: Handlers = {
  "ingest-batch": ingestBatch,
  "import-job-orders": (tx, command, { vocabulary }) => importJobOrders(tx, command, vocabulary),
  // Of an ingress file of an earlier version: replayed, never made anew.
  "cancel-job-order": (tx, { jobOrderId, atUtc }, { vocabulary }) => {
    const plan = { act: "cancel", reason: "" } as const;
    return planJobOrder(tx, { kind: "plan-job-order", jobOrderId, atUtc, plan }, vocabulary);
  },
  "plan-job-order": (tx, command, { vocabulary }) => planJobOrder(tx, command, vocabulary),
  "plan-lot": planLot,
  "import-products": importProducts,
  "import-master-data": importMasterData,
  "finish-maintenance": finishMaintenance,
  "close-attention": async (tx, { attentionId, atUtc }) =>
    (await closeAttention(tx, [attentionId], atUtc)) > 0 ? wrote("closed") : wroteNothing("not-open"),
  "register-station": registerStation,
  "name-plant": async (tx, { plantName }) => {
    await renamePlant(tx, plantName);
    return wrote("named");
  },
};

/** Carries out one command in the transaction of the caller. */
export async function execute<Kind extends CommandKind>(
  tx: Queries,
  command: CommandOf<Kind>,
  context: IngestContext,
): Promise<Written<Outcomes[Kind]>> {
  const handle = handlers[command.kind];
  return handle(tx, command, context);
}

/** Whether a value read back from the ingress file names a command that this version knows. */
export function isCommand(value: unknown): value is Command {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    typeof value.kind === "string" &&
    Object.hasOwn(handlers, value.kind)
  );
}
