import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TRPCClientError } from "@trpc/client";
import { onTestFinished } from "vitest";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import { connectScreen, connectTo, type StationClient } from "./screen-client.ts";
import { prepareData, type StationAddress, startStation, stationFolderOf } from "./station-process.ts";

/** A station process with the sample plant, and what is needed to speak to it in both roles. */
export interface Running extends StationAddress {
  readonly dataFolder: string;
  readonly toolToken: string;
  stop(): Promise<void>;
}

export async function startRunning(): Promise<Running> {
  const dataFolder = mkdtempSync(join(tmpdir(), "takt-station-"));
  prepareData(dataFolder);
  const started = startStation({ dataFolder });
  const address = await started.ready;
  return {
    ...address,
    dataFolder,
    toolToken: toolTokenOf(dataFolder),
    async stop() {
      started.kill();
      await started.ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function toolTokenOf(dataFolder: string): string {
  const text = readFileSync(join(stationFolderOf(dataFolder), "endpoint.json"), "utf8");
  return (JSON.parse(text) as { toolToken: string }).toolToken;
}

/** One for the test that runs now. */
export async function station(): Promise<Running> {
  const running = await startRunning();
  onTestFinished(() => running.stop());
  return running;
}

/** Closes the client when the test ends. */
export function use(client: StationClient): StationClient {
  onTestFinished(() => client.close().catch(() => undefined));
  return client;
}

export const screen = (at: StationAddress): StationClient => use(connectScreen(at));
export const tool = (at: Running): StationClient =>
  use(connectTo({ url: at.url, token: at.toolToken, origin: null }));
/** A tool's client of a station that was started on `dataFolder` by other means. */
export const toolOf = ({ url }: StationAddress, dataFolder: string): StationClient =>
  use(connectTo({ url, token: toolTokenOf(dataFolder), origin: null }));

export async function journalOf(at: Running): Promise<readonly JournalEntry[]> {
  return await tool(at).rpc.tool.journal.query({ afterSeq: 0, limit: 1000 });
}

/** What came of a call: "answered", the code of its typed error, or that the connection ended. */
export async function codeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return "answered";
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    return (error.data as { code?: string } | undefined)?.code ?? "cut off";
  }
}
