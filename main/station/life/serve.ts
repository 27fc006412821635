import { randomBytes } from "node:crypto";
import type { Station } from "../compose.ts";
import { rpcPort } from "../config/rpc-port.ts";
import { startRpcServer } from "../rpc/rpc-server.ts";
import { announceReady } from "./announce.ts";
import { removeEndpoint, writeEndpoint } from "./endpoint-file.ts";
import { watchFirstScreen } from "./first-screen.ts";

export interface Served {
  readonly url: string;
  /** The first picture is on its way to a screen, or none comes. */
  readonly firstScreen: Promise<void>;
  close(): Promise<void>;
}

interface ServeParts {
  readonly station: Station;
  /** Where tools on this computer find the station. */
  readonly endpointFile: string;
  readonly surprise: (error: unknown) => never;
}

/** Lets the screen and the tools in, each with a token of its own, and says so to whoever started the station. */
export async function serve({ station, endpointFile, surprise }: ServeParts): Promise<Served> {
  const tokens = { screen: newToken(), tool: newToken() };
  const firstScreen = watchFirstScreen(station.services.screen);
  const rpc = await startRpcServer({
    port: rpcPort(process.env),
    services: { ...station.services, screen: firstScreen.screen },
    tokens,
    surprise,
  });
  const url = `ws://127.0.0.1:${rpc.port}`;
  writeEndpoint(endpointFile, { url, toolToken: tokens.tool, pid: process.pid });
  announceReady({ url, screenToken: tokens.screen });
  return {
    url,
    firstScreen: firstScreen.served,
    async close() {
      removeEndpoint(endpointFile);
      await rpc.close();
    },
  };
}

function newToken(): string {
  return randomBytes(32).toString("base64url");
}
