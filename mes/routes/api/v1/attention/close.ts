import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { type IdParameters, idParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

const answerSchema = z.strictObject({ outcome: z.enum(["closed"]) });

/** A person has seen to it. What the entry was about stays in the journal. */
export function attentionCloseRoute(app: FastifyInstance, { mes, authentication }: RouteContext): void {
  const schema = {
    summary: 'Take an entry off the list "Needs someone"',
    tags: ["planner"],
    security: [{ planner: [] }],
    params: idParameters,
    response: { 200: jsonSchema(answerSchema), ...problemResponses },
  };
  app.post<{ Params: IdParameters }>(
    "/api/v1/attention/:id/close",
    { schema, onRequest: authentication.planner },
    async (request, reply) => {
      const attentionId = request.params.id;
      const outcome = await mes.execute({ kind: "close-attention", atUtc: mes.nowUtc(), attentionId });
      if (outcome === "not-open")
        return sendProblem(reply, "not-found", { message: `Nothing open is called ${attentionId}` });
      return { outcome };
    },
  );
}
