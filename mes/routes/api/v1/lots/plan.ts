import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { sendProblem } from "../../../../plugins/problem.ts";
import type { IdParameters } from "../../../path-parameters.ts";
import { noBody, plannerActSchema } from "../../../planner-act.ts";
import type { RouteContext } from "../../../route-context.ts";

/** The words are shown at the machine. */
const holdBody = z.strictObject({ reason: z.string().trim().regex(/\S/).max(80) });

interface LotRoute {
  readonly act: "hold" | "release";
  readonly summary: string;
  readonly body: z.ZodType;
  readonly holdOf: (body: unknown) => string | null;
}

const plans: readonly LotRoute[] = [
  {
    act: "hold",
    summary: "Hold a lot: no station loads it any more, and where it is on a machine it says so",
    body: holdBody,
    holdOf: (body) => holdBody.parse(body).reason,
  },
  { act: "release", summary: "Lift the hold of a lot", body: noBody, holdOf: () => null },
];

/** POST /api/v1/lots/{id}/hold and release. */
export function lotPlanRoutes(app: FastifyInstance, context: RouteContext): void {
  for (const plan of plans) addPlan(app, context, plan);
}

function addPlan(
  app: FastifyInstance,
  { mes, authentication }: RouteContext,
  { act, summary, body, holdOf }: LotRoute,
): void {
  const schema = plannerActSchema({ summary, body });
  app.post<{ Params: IdParameters }>(
    `/api/v1/lots/:id/${act}`,
    { schema, onRequest: authentication.planner },
    async (request, reply) => {
      const lotId = request.params.id;
      const hold = holdOf(request.body);
      const outcome = await mes.execute({ kind: "plan-lot", atUtc: mes.nowUtc(), lotId, hold });
      if (outcome === "unknown-lot")
        return sendProblem(reply, "not-found", { message: `The planner never told of a lot ${lotId}` });
      return { outcome };
    },
  );
}
