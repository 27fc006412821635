import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { type Problem, problemSchema } from "../../shared/protocol/messages.ts";
import { buildApp } from "../app.ts";
import type { Mes } from "../open-mes.ts";
import { hashToken } from "../secrets/token.ts";

const PLANNER_TOKEN = "planner-token-of-the-test";

export function openTestApp(mes: Mes, overviewFolder = "/nonexistent"): Promise<FastifyInstance> {
  return buildApp({ mes, plannerTokenHash: hashToken(PLANNER_TOKEN), overviewFolder });
}

export type Credential = { readonly token: string } | undefined;

export const asPlanner: Credential = { token: PLANNER_TOKEN };

/** The token that newStation gave a station. */
export function asStation(stationId: string): Credential {
  return { token: `token-${stationId}` };
}

export interface Call {
  readonly method?: "GET" | "POST";
  readonly url: string;
  readonly as?: Credential;
  readonly body?: unknown;
}

/** One request with a JSON body, as a client of the API sends it. */
export function call(app: FastifyInstance, { method, url, as, body }: Call): Promise<LightMyRequestResponse> {
  const options: InjectOptions = {
    method: method ?? (body === undefined ? "GET" : "POST"),
    url,
    headers: as === undefined ? {} : { authorization: `Bearer ${as.token}` },
  };
  return app.inject(body === undefined ? options : { ...options, payload: body as object });
}

/** The problem that an answer carries. @throws when it is not one */
export function problemOf(response: LightMyRequestResponse): Problem["error"] {
  return problemSchema.parse(response.json()).error;
}
