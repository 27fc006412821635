import type { FastifyInstance } from "fastify";
import { orderDetailSchema } from "../../../../../shared/protocol/pages.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { readOrderDetail } from "../../../../queries/read-order-detail.ts";
import { type IdParameters, idParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

export function orderRoute(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "One job order with its bookings, measurements and defects",
    tags: ["pages"],
    params: idParameters,
    response: { 200: jsonSchema(orderDetailSchema), ...problemResponses },
  };
  app.get<{ Params: IdParameters }>("/api/v1/orders/:id", { schema }, async (request, reply) => {
    const { id } = request.params;
    const { database: db, presence, vocabulary, takings } = mes;
    const detail = await readOrderDetail({ db, presence, vocabulary, takings, nowUtc: mes.nowUtc() }, id);
    return detail ?? sendProblem(reply, "not-found", { message: `There is no order ${id}` });
  });
}
