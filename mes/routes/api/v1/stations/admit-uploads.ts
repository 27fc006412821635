import type { FastifyReply, FastifyRequest } from "fastify";
import { createUploadGate, type Leave, type UploadLimits } from "../../../../live/upload-gate.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import type { StationParameters } from "../../../path-parameters.ts";

/** What a station at work has to send: some 20 bookings. */
const SMALL_BYTES = 32_000;

/** Small uploads have places of their own: a booking made now does not wait behind the backlogs of others. */
export interface UploadLanes {
  readonly small: UploadLimits;
  readonly large: UploadLimits;
}

/** Together with the station's own spread of a second. */
const RETRY_AFTER_SECONDS = "2";

export interface UploadAdmission {
  /** onRequest, behind the check of the token: before anything of the body is read. */
  readonly admit: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /** Does the work of an admitted request, whose place is free when that is done, even if the asker has gone meanwhile. */
  hold<Value>(request: FastifyRequest, work: () => Promise<Value>): Promise<Value>;
}

/** Lets in a bounded number of uploads; the others get 503 and a time to come again (N12). */
export function admitUploads({ small, large }: UploadLanes): UploadAdmission {
  const gates = { small: createUploadGate(small), large: createUploadGate(large) };
  const admitted = new WeakMap<FastifyRequest, Leave>();
  return {
    async admit(request, reply) {
      const leave = await gates[laneOf(request)].enter((request.params as StationParameters).stationId);
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

/** By the length that is announced; whoever announces none may send much. */
function laneOf({ headers }: FastifyRequest): keyof UploadLanes {
  const announced = Number(headers["content-length"] ?? Number.POSITIVE_INFINITY);
  return announced <= SMALL_BYTES ? "small" : "large";
}
