import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { type IdParameters, idParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

const answerSchema = z.strictObject({ outcome: z.enum(["cancelled", "was-cancelled"]) });

export function cancelRoute(app: FastifyInstance, { mes, authentication }: RouteContext): void {
  const schema = {
    summary: "Cancel a job order: no station may start it any more; what was made on it stays",
    tags: ["planner"],
    security: [{ planner: [] }],
    params: idParameters,
    response: { 200: jsonSchema(answerSchema), ...problemResponses },
  };
  app.post<{ Params: IdParameters }>(
    "/api/v1/orders/:id/cancel",
    { schema, onRequest: authentication.planner },
    async (request, reply) => {
      const jobOrderId = request.params.id;
      const outcome = await mes.execute({ kind: "cancel-job-order", atUtc: mes.nowUtc(), jobOrderId });
      if (outcome === "unknown-order")
        return sendProblem(reply, "not-found", { message: `There is no order ${jobOrderId}` });
      return { outcome };
    },
  );
}
