import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { jobOrderSchema } from "../../../../../shared/domain/orders/job-order.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendFaults } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { checkImport, hasFaults } from "../../../../use-cases/check-import.ts";
import type { Body } from "../../../../use-cases/command.ts";
import { importResultSchema } from "../../../import-result.ts";
import type { RouteContext } from "../../../route-context.ts";

const MOST_ORDERS = 500;
const BODY_LIMIT_BYTES = 4_000_000;
const bodySchema = z.strictObject({ jobOrders: z.array(jobOrderSchema).min(1).max(MOST_ORDERS) });

/** All orders of an import or none: every fault is named, and nothing is changed (IM-10). */
export function orderImportRoute(app: FastifyInstance, { mes, authentication }: RouteContext): void {
  const schema = {
    summary:
      "Import job orders: new ones, and new versions of known ones; all or none, with every fault named",
    tags: ["planner"],
    security: [{ planner: [] }],
    body: jsonSchema(bodySchema, "input"),
    response: {
      200: jsonSchema(importResultSchema),
      ...problemResponses,
    },
  };
  app.post<{ Body: { jobOrders: readonly Body[] } }>(
    "/api/v1/orders",
    { schema, bodyLimit: BODY_LIMIT_BYTES, onRequest: authentication.planner, attachValidation: true },
    async (request, reply) => {
      const { body, validationError } = request;
      // Of what is no list of orders, or far too long a one, the first fault is all there is to say.
      if (validationError !== undefined && !isListOfOrders(body)) throw validationError;
      const { jobOrders } = body;
      const rows = { listName: "jobOrders", key: "jobOrderId", schema: jobOrderSchema };
      const faults = checkImport(jobOrders, rows);
      if (hasFaults(faults)) return sendFaults(reply, faults);
      if (validationError !== undefined) throw validationError;
      const outcome = await mes.execute({ kind: "import-job-orders", atUtc: mes.nowUtc(), jobOrders });
      return { ...outcome, removed: 0 };
    },
  );
}

const listSchema = z.looseObject({ jobOrders: z.array(z.unknown()).max(MOST_ORDERS) });

function isListOfOrders(body: unknown): boolean {
  return listSchema.safeParse(body).success;
}
