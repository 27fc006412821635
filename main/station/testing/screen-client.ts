import { createTRPCClient, createWSClient, type TRPCClient, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import { SCREEN_ORIGIN } from "../rpc/gate.ts";
import type { StationRouter } from "../rpc/router.ts";

export interface StationClient {
  readonly rpc: TRPCClient<StationRouter>;
  /** Resolves when the station refuses or ends the connection. */
  readonly turnedAway: Promise<"turned away">;
  close(): Promise<void>;
}

export interface ClientIdentity {
  readonly url: string;
  readonly token: string | undefined;
  /** null: a program, which sends none. */
  readonly origin?: string | null;
  readonly host?: string;
}

/** A client that speaks like the screen (or, without an origin, like a tool). It does not reconnect by itself. */
export function connectTo(identity: ClientIdentity): StationClient {
  const { origin = SCREEN_ORIGIN, host } = identity;
  const { promise: turnedAway, resolve: turnAway } = Promise.withResolvers<"turned away">();
  class Socket extends WebSocket {
    constructor(url: string | URL) {
      super(url, {
        ...(origin === null ? {} : { origin }),
        headers: host === undefined ? {} : { Host: host },
      });
      this.on("error", () => turnAway("turned away"));
      this.on("close", () => turnAway("turned away"));
    }
  }
  const socket = createWSClient({
    url: identity.url,
    // The library is typed for the browser's class; it calls no more than what both have.
    WebSocket: Socket as unknown as typeof globalThis.WebSocket,
    connectionParams: () => (identity.token === undefined ? {} : { token: identity.token }),
    retryDelayMs: () => 1_000_000,
  });
  return {
    rpc: createTRPCClient<StationRouter>({ links: [wsLink({ client: socket })] }),
    turnedAway,
    close: () => socket.close(),
  };
}

export function connectScreen(address: { url: string; screenToken: string }): StationClient {
  return connectTo({ url: address.url, token: address.screenToken });
}
