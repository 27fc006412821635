import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { jobOrderSchema } from "../../../../shared/domain/orders/job-order.ts";
import { type OrdersPage, ordersPageSchema } from "../../../../shared/protocol/pages.ts";
import { jsonSchema } from "../../../plugins/json-schema.ts";
import { sendProblem } from "../../../plugins/problem.ts";
import { problemResponses } from "../../../plugins/problem-responses.ts";
import { readOrders } from "../../../queries/read-orders.ts";
import { checkImport } from "../../../use-cases/check-import.ts";
import type { Body } from "../../../use-cases/command.ts";
import { importResultSchema } from "../../import-result.ts";
import type { RouteContext } from "../../route-context.ts";

const bodySchema = z.strictObject({ jobOrders: z.array(jobOrderSchema).min(1).max(500) });
const BODY_LIMIT_BYTES = 4_000_000;

export function ordersRoute(app: FastifyInstance, context: RouteContext): void {
  addReading(app, context);
  addImport(app, context);
}

function addReading(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "All job orders with what was made of them",
    tags: ["pages"],
    response: { 200: jsonSchema(ordersPageSchema), ...problemResponses },
  };
  app.get(
    "/api/v1/orders",
    { schema },
    async (): Promise<OrdersPage> => ({
      asOfUtc: mes.nowUtc(),
      orders: [...(await readOrders(mes.database))],
    }),
  );
}

/** All rows of an import or none: the first bad one is named, and nothing is changed. */
function addImport(app: FastifyInstance, { mes, authentication }: RouteContext): void {
  const schema = {
    summary: "Import job orders: new ones, and new versions of known ones",
    tags: ["planner"],
    security: [{ planner: [] }],
    body: jsonSchema(bodySchema, "input"),
    response: { 200: jsonSchema(importResultSchema), ...problemResponses },
  };
  app.post<{ Body: { jobOrders: readonly Body[] } }>(
    "/api/v1/orders",
    { schema, bodyLimit: BODY_LIMIT_BYTES, onRequest: authentication.planner },
    async (request, reply) => {
      const { jobOrders } = request.body;
      const fault = checkImport(jobOrders, { listName: "jobOrders", key: "jobOrderId" });
      if (fault !== undefined) return sendProblem(reply, "bad-request", { message: fault });
      const outcome = await mes.execute({ kind: "import-job-orders", atUtc: mes.nowUtc(), jobOrders });
      return { ...outcome, removed: 0 };
    },
  );
}
