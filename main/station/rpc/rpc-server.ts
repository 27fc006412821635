import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { TRPCError } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import type { RpcContext, StationServices } from "./context.ts";
import { mayKnock, roleOf, type Tokens } from "./gate.ts";
import { stationRouter } from "./router.ts";

/** Largest message either way; no screen command comes near it. */
const MAX_FRAME_BYTES = 256 * 1024;
/** The screen, a reload of it, and a few tools; more is an attack or a leak. */
const MAX_CLIENTS = 8;
/** Whoever has not shown a token by then is cut off. */
const TOKEN_TIMEOUT_MS = 5_000;

export interface RpcServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface RpcServerOptions {
  /** 0: any free one. The shell names one, because the screen's CSP allows exactly that and is set before we run. */
  readonly port: number;
  readonly services: StationServices;
  readonly tokens: Tokens;
  readonly log: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
}

/** The station's only listener: a WebSocket on a loopback port that nobody can know beforehand. */
export async function startRpcServer(options: RpcServerOptions): Promise<RpcServer> {
  const http = createServer((_request, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const admitted = new WeakSet<IncomingMessage>();
  const handler = applyWSSHandler({
    wss: sockets,
    router: stationRouter,
    keepAlive: { enabled: true, pingMs: 5_000, pongWaitMs: 10_000 },
    createContext: ({ req, info }): RpcContext => {
      const role = roleOf(info.connectionParams?.token, req.headers.origin, options.tokens);
      if (role === undefined)
        throw new TRPCError({ code: "UNAUTHORIZED", message: "Wrong or missing token" });
      admitted.add(req);
      return { role, services: options.services };
    },
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") options.log.error({ err: error, path }, "Procedure failed");
    },
  });
  http.on("upgrade", (request, socket, head) => {
    const { host, origin } = request.headers;
    const port = (http.address() as AddressInfo).port;
    if (!mayKnock({ host, origin }, port)) return turnAway(socket, "403 Forbidden");
    if (sockets.clients.size >= MAX_CLIENTS) return turnAway(socket, "503 Service Unavailable");
    sockets.handleUpgrade(request, socket, head, (client) => {
      const timer = setTimeout(() => {
        if (!admitted.has(request)) client.close(4401, "No valid token");
      }, TOKEN_TIMEOUT_MS);
      client.once("close", () => clearTimeout(timer));
      sockets.emit("connection", client, request);
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    port: (http.address() as AddressInfo).port,
    async close() {
      handler.broadcastReconnectNotification();
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
      });
    },
  };
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
