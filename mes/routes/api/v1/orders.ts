import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { isTimeZone } from "../../../../shared/lib/time-zone.ts";
import { orderFilters } from "../../../../shared/protocol/order-filters.ts";
import { type OrdersPage, ordersPageSchema } from "../../../../shared/protocol/pages.ts";
import { jsonSchema } from "../../../plugins/json-schema.ts";
import { sendProblem } from "../../../plugins/problem.ts";
import { problemResponses } from "../../../plugins/problem-responses.ts";
import { readOrdersPage } from "../../../queries/read-orders-page.ts";
import type { RouteContext } from "../../route-context.ts";

/** As text: an address has nothing else. */
const querySchema = z.strictObject({
  filter: z.enum(orderFilters).default("all"),
  search: z.string().max(80).default(""),
  workUnit: z.string().min(1).max(40).optional(),
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .default("1"),
  limit: z
    .string()
    .regex(/^([1-9]\d?|1\d\d|200)$/)
    .default("100"),
  timeZone: z.string().max(60).default("UTC"),
});

export function ordersRoute(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "Job orders with what was made of them and when they will be ready, by filter, search and page",
    tags: ["pages"],
    querystring: jsonSchema(querySchema, "input"),
    response: { 200: jsonSchema(ordersPageSchema), ...problemResponses },
  };
  app.get("/api/v1/orders", { schema }, async (request, reply): Promise<OrdersPage | typeof reply> => {
    const { workUnit = null, page, limit, ...asked } = querySchema.parse(request.query);
    if (!isTimeZone(asked.timeZone))
      return sendProblem(reply, "bad-request", {
        message: "timeZone must be an IANA name such as Europe/Warsaw",
      });
    const { database: db, presence, vocabulary, takings } = mes;
    const query = { ...asked, workUnit, page: Number(page), limit: Number(limit) };
    return readOrdersPage({ db, presence, vocabulary, takings, nowUtc: mes.nowUtc() }, query);
  });
}
