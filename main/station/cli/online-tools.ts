import { randomUUID } from "node:crypto";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { StationEndpoint } from "../life/endpoint-file.ts";
import type { StationRouter } from "../rpc/router.ts";
import type { StationTools } from "./station-tools.ts";

/** Where nobody listens that is known at once. Whoever does may be a station that works on a full computer. */
const ANSWER_WITHIN_MS = 10_000;
const PAGE = 1000;

/** Asks the running station. @returns undefined when nobody answers there: the file was left behind by a kill */
export async function onlineTools(endpoint: StationEndpoint): Promise<StationTools | undefined> {
  if (!(await answers(endpoint.url))) return undefined;
  const socket = createWSClient({
    url: endpoint.url,
    // The library is typed for the browser's class; it calls no more than what both have.
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    connectionParams: () => ({ token: endpoint.toolToken }),
  });
  const station = createTRPCClient<StationRouter>({ links: [wsLink({ client: socket })] });
  return {
    verify: () => station.tool.verify.query(),
    async rebuild() {
      throw new Error("The station is running. Stop it first: nothing is rebuilt under its hands.");
    },
    async journal() {
      const entries: JournalEntry[] = [];
      for (;;) {
        const page = await station.tool.journal.query({ afterSeq: entries.at(-1)?.seq ?? 0, limit: PAGE });
        if (page.length === 0) return entries;
        entries.push(...page);
      }
    },
    mapping: async () => (await station.tool.mapping.query()).text,
    importMapping: (text) => station.tool.importMapping.mutate({ intentId: randomUUID(), text }),
    async acceptMes() {
      throw new Error("The station is running. Stop it first: it is told of another MES at its start.");
    },
    close: () => void socket.close(),
  };
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = new WebSocket(url, { handshakeTimeout: ANSWER_WITHIN_MS });
    probe.once("open", () => {
      probe.close();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
}
