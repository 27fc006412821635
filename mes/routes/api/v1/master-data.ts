import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { ssccRangeSchema } from "../../../../shared/domain/packing/sscc-range.ts";
import {
  directiveKeys,
  isListKind,
  type ListKind,
  masterDataKinds,
  masterDataSchemas,
} from "../../../../shared/protocol/directive.ts";
import { jsonSchema } from "../../../plugins/json-schema.ts";
import { sendFaults, sendProblem } from "../../../plugins/problem.ts";
import { problemResponses } from "../../../plugins/problem-responses.ts";
import { overlapAfterImport } from "../../../queries/overlapping-ranges.ts";
import { checkImport, hasFaults } from "../../../use-cases/check-import.ts";
import type { Body } from "../../../use-cases/command.ts";
import { importResultSchema } from "../../import-result.ts";
import type { RouteContext } from "../../route-context.ts";

const BODY_LIMIT_BYTES = 4_000_000;

interface MasterDataBody {
  readonly items: readonly Body[];
  readonly remove?: readonly string[];
}

/** One route per kind, so that each is documented and checked by its own schema. */
export function masterDataRoutes(app: FastifyInstance, context: RouteContext): void {
  for (const kind of masterDataKinds.filter(isListKind)) addKind(app, kind, context);
}

function addKind(app: FastifyInstance, dataKind: ListKind, { mes, authentication }: RouteContext): void {
  const bodySchema = z.strictObject({
    items: z.array(masterDataSchemas[dataKind]).max(2_000),
    remove: z.array(z.string().min(1).max(80)).max(2_000).optional(),
  });
  const schema = {
    summary: `Import master data of kind ${dataKind}, and remove by id`,
    tags: ["planner"],
    security: [{ planner: [] }],
    body: jsonSchema(bodySchema, "input"),
    response: {
      200: jsonSchema(importResultSchema),
      ...problemResponses,
    },
  };
  app.post<{ Body: MasterDataBody }>(
    `/api/v1/master-data/${dataKind}`,
    { schema, bodyLimit: BODY_LIMIT_BYTES, onRequest: authentication.planner },
    async (request, reply) => {
      const { items, remove = [] } = request.body;
      const key = directiveKeys[dataKind];
      const faults = checkImport(items, { listName: "items", key, schema: masterDataSchemas[dataKind] });
      if (hasFaults(faults)) return sendFaults(reply, faults);
      const fault = checkRemovals(items, remove, key);
      if (fault !== undefined) return sendProblem(reply, "bad-request", { message: fault });
      if (dataKind === "sscc-range") {
        const overlap = await overlapAfterImport(mes.database, z.array(ssccRangeSchema).parse(items), remove);
        if (overlap !== undefined) return sendProblem(reply, "bad-request", { message: overlap });
      }
      return mes.execute({ kind: "import-master-data", atUtc: mes.nowUtc(), dataKind, items, remove });
    },
  );
}

function checkRemovals(items: readonly Body[], remove: readonly string[], key: string): string | undefined {
  const doubted = items.find((item) => remove.includes(String(item[key])));
  if (doubted !== undefined) return `${String(doubted[key])} is both in items and in remove`;
  return remove.some((id) => id.includes("\u0000")) ? "remove has a NUL character in a text" : undefined;
}
