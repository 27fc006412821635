import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { TRPCError } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { type WebSocket, WebSocketServer } from "ws";
import { createAdmission } from "./admission.ts";
import type { RpcContext, StationServices } from "./context.ts";
import { mayKnock, roleOf, type Tokens } from "./gate.ts";
import { stationRouter } from "./router.ts";

/**
 * Not imported: importing node:http reads all its exports, one of which loads Node's whole fetch, a fifth of the time that
 * the station needs to start.
 */
const { createServer } = process.getBuiltinModule("node:http");

/** Largest message either way; no screen command comes near it. */
const MAX_FRAME_BYTES = 256 * 1024;
/** Whoever has not finished asking for a WebSocket by then is cut off. */
const REQUEST_TIMEOUT_MS = 5_000;
const MAX_CONNECTIONS = 256;

export interface RpcServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface RpcServerOptions {
  /** 0: any free one. The shell names one, because the screen's CSP allows exactly that and is set before we run. */
  readonly port: number;
  readonly services: StationServices;
  readonly tokens: Tokens;
  /** A procedure threw what it must not: the station does not go on with a state nobody foresaw. */
  readonly surprise: (error: unknown) => void;
}

/** The station's only listener: a WebSocket on a loopback port that nobody can know beforehand. */
export async function startRpcServer(options: RpcServerOptions): Promise<RpcServer> {
  const http = createServer(
    {
      headersTimeout: REQUEST_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: 1_000,
    },
    (_request, response) => response.writeHead(404).end(),
  );
  http.maxConnections = MAX_CONNECTIONS;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const admission = createAdmission<WebSocket>();
  const clients = new WeakMap<IncomingMessage, WebSocket>();
  const handler = applyWSSHandler({
    wss: sockets,
    router: stationRouter,
    keepAlive: { enabled: true, pingMs: 5_000, pongWaitMs: 10_000 },
    createContext: ({ req, info }): RpcContext => {
      const role = roleOf(info.connectionParams?.token, req.headers.origin, options.tokens);
      const client = clients.get(req);
      if (role === undefined || client === undefined || !admission.admit(client)) {
        throw new TRPCError({ code: "UNAUTHORIZED", message: "Wrong or missing token, or too many clients" });
      }
      return { role, services: options.services };
    },
    onError: ({ error, path }) => {
      // Without a path it is about the socket, such as a frame that is too large: the sender's fault, not ours.
      if (error.code === "INTERNAL_SERVER_ERROR" && path !== undefined)
        options.surprise(error.cause ?? error);
    },
  });
  http.on("upgrade", (request, socket, head) => {
    const { host, origin } = request.headers;
    if (!mayKnock({ host, origin }, portOf(http.address()))) return turnAway(socket);
    sockets.handleUpgrade(request, socket, head, (client) => {
      clients.set(request, client);
      admission.knock(client);
      sockets.emit("connection", client, request);
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    port: portOf(http.address()),
    async close() {
      handler.broadcastReconnectNotification();
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
      });
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("The station listens on no port");
  return address.port;
}

function turnAway(socket: Duplex): void {
  socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}
