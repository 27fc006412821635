import type { ClientRequest, IncomingMessage } from "node:http";
import type { Agent } from "node:https";
import type { SecureContext } from "node:tls";
import { TrustedAuthorities } from "./trusted-authorities.ts";

/** Not imported: importing them reads all their exports, one of which loads Node's whole fetch. */
const http = process.getBuiltinModule("node:http");
const https = process.getBuiltinModule("node:https");

export interface TransportRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** A POST when present. */
  readonly body?: string | undefined;
  readonly signal: AbortSignal;
}

/** Sends one request. The body of the answer is the caller's to read or to destroy. @throws MesError, or any network error */
export type MesTransport = (request: TransportRequest) => Promise<IncomingMessage>;

/**
 * The station's only way out to the MES. It follows no redirect and asks no proxy. https is verified at every new connection,
 * whatever the environment says (NODE_TLS_REJECT_UNAUTHORIZED), and never becomes http (M1).
 */
export function createMesTransport(caFile: string | null): MesTransport {
  const plainAgent = new http.Agent({ keepAlive: true });
  const secureAgent = secureAgents(new TrustedAuthorities(caFile));
  return async (request) => {
    request.signal.throwIfAborted();
    if (request.url.protocol === "http:") return await answered(http.request, request, plainAgent);
    return await answered(https.request, request, await secureAgent());
  };
}

/** One agent for each set of authorities: what was verified by an earlier set is cut with it. */
function secureAgents(authorities: TrustedAuthorities): () => Promise<Agent> {
  let current: { readonly context: SecureContext; readonly agent: Agent } | undefined;
  return async () => {
    const secureContext = await authorities.context();
    if (current?.context === secureContext) return current.agent;
    current?.agent.destroy();
    // No sessions are kept: one that is resumed would be believed without a look at the certificate.
    const verifying = {
      secureContext,
      rejectUnauthorized: true,
      minVersion: "TLSv1.2",
      maxCachedSessions: 0,
    } as const;
    current = { context: secureContext, agent: new https.Agent({ keepAlive: true, ...verifying }) };
    return current.agent;
  };
}

type SendRequest = (
  url: URL,
  options: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string | number>>;
    readonly agent: Agent | InstanceType<typeof http.Agent>;
    readonly signal: AbortSignal;
  },
) => ClientRequest;

function answered(
  send: SendRequest,
  { url, headers, body, signal }: TransportRequest,
  agent: Agent | InstanceType<typeof http.Agent>,
): Promise<IncomingMessage> {
  const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const method = body === undefined ? "GET" : "POST";
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers: { ...headers, ...length }, agent, signal });
    request.once("response", resolve);
    // Also what comes after the answer has begun: its reader is told by the answer itself.
    request.on("error", reject);
    // Node cuts an answer by another protocol (101) without a word: nothing else would end the wait, not even an abort.
    request.once("close", () => reject(new Error("The connection was closed without an answer")));
    request.end(body);
  });
}
