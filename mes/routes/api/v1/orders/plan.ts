import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { sendProblem } from "../../../../plugins/problem.ts";
import type { PlannerAct } from "../../../../use-cases/command.ts";
import type { IdParameters } from "../../../path-parameters.ts";
import { noBody, plannerActSchema } from "../../../planner-act.ts";
import type { RouteContext } from "../../../route-context.ts";

const reason = z.string().trim().max(200);
const withReason = z.strictObject({ reason: reason.regex(/\S/) });
/** The planner's words are shown at the machine. */
const maybeReason = z.strictObject({ reason: reason.default("") }).nullish();
const cutBody = z.strictObject({ plannedQuantity: z.int().positive().max(10_000_000) });

interface PlanRoute {
  readonly act: PlannerAct["act"];
  readonly summary: string;
  readonly body: z.ZodType;
  readonly planOf: (body: unknown) => PlannerAct;
}

const plans: readonly PlanRoute[] = [
  {
    act: "hold",
    summary: "Hold a job order: who works on it is interrupted and told why; pieces made go on being booked",
    body: withReason,
    planOf: (body) => ({ act: "hold", ...withReason.parse(body) }),
  },
  {
    act: "release",
    summary: "Lift the hold of a job order: who works there resumes it",
    body: noBody,
    planOf: () => ({ act: "release" }),
  },
  {
    act: "cut",
    summary:
      "Change the planned quantity; below what was made already it is over-delivery, nothing is taken back",
    body: cutBody,
    planOf: (body) => ({ act: "cut", ...cutBody.parse(body) }),
  },
  {
    act: "cancel",
    summary: "Cancel a job order: no station may start it any more; what was made on it stays",
    body: maybeReason,
    planOf: (body) => ({ act: "cancel", reason: maybeReason.parse(body)?.reason ?? "" }),
  },
  {
    act: "abort",
    summary: "Abort a job order: who works on it is to stop at once; what was made on it stays",
    body: maybeReason,
    planOf: (body) => ({ act: "abort", reason: maybeReason.parse(body)?.reason ?? "" }),
  },
  {
    act: "up",
    summary: "Move a job order that nobody has begun one place up in the queue of its work unit",
    body: noBody,
    planOf: () => ({ act: "up" }),
  },
  {
    act: "down",
    summary: "Move a job order that nobody has begun one place down in the queue of its work unit",
    body: noBody,
    planOf: () => ({ act: "down" }),
  },
];

/** POST /api/v1/orders/{id}/hold, release, cut, cancel, abort, up and down. */
export function planRoutes(app: FastifyInstance, context: RouteContext): void {
  for (const plan of plans) addPlan(app, context, plan);
}

function addPlan(
  app: FastifyInstance,
  { mes, authentication }: RouteContext,
  { act, summary, body, planOf }: PlanRoute,
): void {
  const schema = plannerActSchema({ summary, body });
  app.post<{ Params: IdParameters }>(
    `/api/v1/orders/:id/${act}`,
    { schema, onRequest: authentication.planner },
    async (request, reply) => {
      const jobOrderId = request.params.id;
      const plan = planOf(request.body);
      const outcome = await mes.execute({ kind: "plan-job-order", atUtc: mes.nowUtc(), jobOrderId, plan });
      if (outcome === "unknown-order")
        return sendProblem(reply, "not-found", { message: `There is no order ${jobOrderId}` });
      if (outcome === "order-ended")
        return sendProblem(reply, "bad-request", { message: `Order ${jobOrderId} has ended` });
      if (outcome === "order-begun")
        return sendProblem(reply, "bad-request", {
          message: `Order ${jobOrderId} is begun already; only an order that waits is moved`,
        });
      return { outcome };
    },
  );
}
