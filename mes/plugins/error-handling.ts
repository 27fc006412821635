import type { FastifyError, FastifyInstance } from "fastify";
import { type ProblemCode, sendProblem } from "./problem.ts";

const RETRY_AFTER_SECONDS = "2";

/**
 * The one place where an error becomes an answer. What the sender did wrong is said; what went wrong here is logged
 * and said to nobody.
 */
export function addErrorHandling(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return sendProblem(reply, codeFor(status), { message: messageOf(error), status });
    request.log.error({ err: error }, "request failed");
    if (isDatabaseAway(error)) {
      reply.header("retry-after", RETRY_AFTER_SECONDS);
      return sendProblem(reply, "internal", { message: "The database does not answer", status: 503 });
    }
    return sendProblem(reply, "internal", { message: "Internal error; the log of the MES has the reason" });
  });
}

function codeFor(status: number): ProblemCode {
  if (status === 413) return "too-large";
  return status === 404 ? "not-found" : "bad-request";
}

function messageOf(error: FastifyError): string {
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return "Send application/json";
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return "The body is too large; send less at once";
  return error.message;
}

/** Classes 08 (connection), 53 (resources) and 57P (operator intervention) of PostgreSQL, and refused sockets. */
function isDatabaseAway(error: FastifyError): boolean {
  if (typeof error.code !== "string")
    return /Connection terminated|timeout exceeded when trying/.test(error.message);
  return /^(08|53|57P)/.test(error.code) || ["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(error.code);
}
