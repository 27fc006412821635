import type { FastifyReply } from "fastify";
import type { Fault, Head, Problem } from "../../shared/protocol/messages.ts";

export type ProblemCode = Problem["error"]["code"];

const STATUS: Readonly<Record<ProblemCode, number>> = {
  "bad-request": 400,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  gap: 409,
  fork: 409,
  "too-large": 413,
  "unsupported-protocol": 400,
  "too-many-requests": 429,
  internal: 500,
};

/** Answers with a problem: the one shape of every refusal. */
export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  { message, head, status }: { readonly message: string; readonly head?: Head; readonly status?: number },
): FastifyReply {
  const problem: Problem = { error: { code, message, ...(head === undefined ? {} : { head }) } };
  return reply
    .code(status ?? STATUS[code])
    .type("application/json; charset=utf-8")
    .send(problem);
}

/** Answers an import of which nothing was taken: the message says the first fault, the list all of them. */
export function sendFaults(reply: FastifyReply, faults: readonly [Fault, ...Fault[]]): FastifyReply {
  const [{ place, what }, ...others] = faults;
  const more =
    others.length === 0 ? "" : `, and ${others.length} more ${others.length === 1 ? "fault" : "faults"}`;
  const problem: Problem = {
    error: { code: "bad-request", message: `${place} ${what}${more}`, faults: [...faults] },
  };
  return reply.code(STATUS["bad-request"]).type("application/json; charset=utf-8").send(problem);
}
