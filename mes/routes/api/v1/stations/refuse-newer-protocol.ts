import type { FastifyReply, FastifyRequest } from "fastify";
import { PROTOCOL_VERSION } from "../../../../../shared/protocol/messages.ts";
import { sendProblem } from "../../../../plugins/problem.ts";

/** Before the schema is looked at: a newer protocol may well look different, and should be told why it is refused. */
export async function refuseNewerProtocol(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const version = (request.body as { protocolVersion?: unknown } | null)?.protocolVersion;
  if (typeof version !== "number" || version <= PROTOCOL_VERSION) return undefined;
  const message = `Protocol ${version} is newer than ${PROTOCOL_VERSION}, the newest this MES speaks; update the MES`;
  return sendProblem(reply, "unsupported-protocol", { message });
}
