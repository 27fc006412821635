import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { jsonSchema } from "../../../plugins/json-schema.ts";
import { problemResponses } from "../../../plugins/problem-responses.ts";
import { hashToken, newToken } from "../../../secrets/token.ts";
import type { RouteContext } from "../../route-context.ts";

const bodySchema = z.strictObject({
  stationId: z.string().regex(/^[A-Za-z0-9._-]{1,40}$/),
  workUnit: z.string().regex(/^\P{Cc}{1,40}$/u),
  /** Of a terminal that stands for several work units: those beside the first. */
  otherWorkUnits: z
    .array(z.string().regex(/^\P{Cc}{1,40}$/u))
    .max(3)
    .optional(),
  machineName: z.string().regex(/^\P{Cc}{1,80}$/u),
});

const answerSchema = z.strictObject({
  stationId: z.string(),
  outcome: z.enum(["registered", "renewed"]),
  /** Told once; the MES keeps only its hash. */
  token: z.string(),
});

/** Enrols a station and tells its token; for a known one, replaces the token. */
export function stationsRoute(app: FastifyInstance, { mes, authentication }: RouteContext): void {
  const schema = {
    summary: "Enrol a station, or give it a new token",
    tags: ["planner"],
    security: [{ planner: [] }],
    body: jsonSchema(bodySchema, "input"),
    response: { 200: jsonSchema(answerSchema), ...problemResponses },
  };
  app.post<{ Body: z.infer<typeof bodySchema> }>(
    "/api/v1/stations",
    { schema, onRequest: authentication.planner },
    async (request) => {
      const token = newToken();
      const { otherWorkUnits = [], ...rest } = request.body;
      const station = { ...rest, otherWorkUnits, tokenHash: hashToken(token) };
      const outcome = await mes.execute({ kind: "register-station", atUtc: mes.nowUtc(), station });
      return { stationId: station.stationId, outcome, token };
    },
  );
}
