import { z } from "zod";
import { jsonSchema } from "../plugins/json-schema.ts";
import { problemResponses } from "../plugins/problem-responses.ts";
import { idParameters } from "./path-parameters.ts";

/** For what needs no words. */
export const noBody = z.strictObject({}).nullish();

const answerSchema = z.strictObject({ outcome: z.enum(["done", "was-so"]) });

interface PlannerAct {
  readonly summary: string;
  readonly body: z.ZodType;
}

/** What the planner does with one thing: what is asked and answered, for Fastify and for the OpenAPI document. */
export function plannerActSchema({ summary, body }: PlannerAct) {
  return {
    summary,
    tags: ["planner"],
    security: [{ planner: [] }],
    params: idParameters,
    body: jsonSchema(body, "input"),
    response: { 200: jsonSchema(answerSchema), ...problemResponses },
  };
}
