import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from "fastify";
import type { Mes } from "../open-mes.ts";
import { findStation, listStations } from "../repositories/station-repository.ts";
import { tokenMatches } from "../secrets/token.ts";
import { sendProblem } from "./problem.ts";

export interface Authentication {
  /** Lets through the station named in the path, by its own token only. */
  readonly station: preHandlerAsyncHookHandler;
  /** Lets through whoever holds the planner token. */
  readonly planner: preHandlerAsyncHookHandler;
}

/** Bearer tokens, compared in constant time against hashes. Reading pages are open on the plant network. */
export function createAuthentication(mes: Mes, plannerTokenHash: string): Authentication {
  return {
    station: async (request, reply) => {
      const token = bearerToken(request);
      if (token === undefined) return refuseStranger(reply);
      const { stationId } = request.params as { stationId: string };
      const station = await findStation(mes.database, stationId);
      if (station === undefined || !tokenMatches(token, station.tokenHash))
        return refuseToken(reply, await isKnownToken(mes, token, plannerTokenHash));
      mes.presence.spoke(stationId, mes.nowUtc());
      return undefined;
    },
    planner: async (request, reply) => {
      const token = bearerToken(request);
      if (token === undefined) return refuseStranger(reply);
      if (tokenMatches(token, plannerTokenHash)) return undefined;
      return refuseToken(reply, await isKnownToken(mes, token, plannerTokenHash));
    },
  };
}

function bearerToken(request: FastifyRequest): string | undefined {
  return /^Bearer ([A-Za-z0-9._~+/=-]{1,200})$/.exec(request.headers.authorization ?? "")?.[1];
}

async function isKnownToken(mes: Mes, token: string, plannerTokenHash: string): Promise<boolean> {
  if (tokenMatches(token, plannerTokenHash)) return true;
  return (await listStations(mes.database)).some((station) => tokenMatches(token, station.tokenHash));
}

function refuseStranger(reply: FastifyReply): FastifyReply {
  reply.header("www-authenticate", 'Bearer realm="takt"');
  return sendProblem(reply, "unauthorized", { message: "This needs a token: Authorization: Bearer ..." });
}

/** 401: nobody has this token. 403: somebody has, but not for this. */
function refuseToken(reply: FastifyReply, known: boolean): FastifyReply {
  if (known) return sendProblem(reply, "forbidden", { message: "This token is not for this" });
  reply.header("www-authenticate", 'Bearer realm="takt", error="invalid_token"');
  return sendProblem(reply, "unauthorized", { message: "This token is not known here" });
}
