import type { FastifyInstance } from "fastify";
import { type OrdersPage, ordersPageSchema } from "../../../../shared/protocol/pages.ts";
import { jsonSchema } from "../../../plugins/json-schema.ts";
import { problemResponses } from "../../../plugins/problem-responses.ts";
import { readOrders } from "../../../queries/read-orders.ts";
import type { RouteContext } from "../../route-context.ts";

export function ordersRoute(app: FastifyInstance, { mes }: RouteContext): void {
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
