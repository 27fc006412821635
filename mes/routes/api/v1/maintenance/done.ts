import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { type IdParameters, idParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

const answerSchema = z.strictObject({ outcome: z.enum(["done", "was-done"]) });

export function maintenanceDoneRoute(app: FastifyInstance, { mes, authentication }: RouteContext): void {
  const schema = {
    summary: "Close a maintenance order",
    tags: ["planner"],
    security: [{ planner: [] }],
    params: idParameters,
    response: { 200: jsonSchema(answerSchema), ...problemResponses },
  };
  app.post<{ Params: IdParameters }>(
    "/api/v1/maintenance/:id/done",
    { schema, onRequest: authentication.planner },
    async (request, reply) => {
      const maintenanceOrderId = request.params.id;
      const outcome = await mes.execute({
        kind: "finish-maintenance",
        atUtc: mes.nowUtc(),
        maintenanceOrderId,
      });
      if (outcome === "unknown-maintenance")
        return sendProblem(reply, "not-found", {
          message: `There is no maintenance order ${maintenanceOrderId}`,
        });
      return { outcome };
    },
  );
}
