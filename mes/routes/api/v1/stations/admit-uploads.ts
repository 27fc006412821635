import type { FastifyReply, FastifyRequest } from "fastify";
import { createUploadGate, type Leave, type UploadLimits } from "../../../../live/upload-gate.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import type { StationParameters } from "../../../path-parameters.ts";

/** Together with the station's own spread of a second. */
const RETRY_AFTER_SECONDS = "2";

export interface UploadAdmission {
  /** onRequest, behind the check of the token: before anything of the body is read. */
  readonly admit: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /** Does the work of an admitted request, whose place is free when that is done, even if the asker has gone meanwhile. */
  hold<Value>(request: FastifyRequest, work: () => Promise<Value>): Promise<Value>;
}

/** Lets in a bounded number of uploads; the others get 503 and a time to come again (N12). */
export function admitUploads(limits: UploadLimits): UploadAdmission {
  const gate = createUploadGate(limits);
  const admitted = new WeakMap<FastifyRequest, Leave>();
  return {
    async admit(request, reply) {
      const leave = await gate.enter((request.params as StationParameters).stationId);
      if (leave === undefined) {
        reply.header("retry-after", RETRY_AFTER_SECONDS);
        return sendProblem(reply, "internal", {
          message: "Many stations send at once; come again",
          status: 503,
        });
      }
      admitted.set(request, leave);
      // Refused before the work begins, or gone while the body was read: the place is free at once.
      const leaveUnlessHeld = () => admitted.get(request)?.();
      reply.raw.once("finish", leaveUnlessHeld);
      reply.raw.once("close", leaveUnlessHeld);
      if (reply.raw.destroyed) leave();
      return undefined;
    },
    async hold(request, work) {
      const leave = admitted.get(request);
      admitted.delete(request);
      try {
        return await work();
      } finally {
        leave?.();
      }
    },
  };
}
