import path from "node:path";
import { z } from "zod";

export interface PlantSettings {
  /** Absolute; every file any part writes lies below it. */
  readonly dataFolder: string;
  /** Then the other commands find it without being told. */
  readonly isDefaultData: boolean;
  readonly mesPort: number;
  /** No window: the station is started directly. */
  readonly isHeadless: boolean;
  /** 2: the assembly bench as well, with a window of its own. */
  readonly stations: 1 | 2;
}

const PortText = z
  .string()
  .regex(/^\d+$/)
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535);

/**
 * Reads TAKT_DATA, TAKT_MES_PORT, TAKT_HEADLESS and TAKT_STATIONS.
 * @throws Error in the person's words when a value makes no sense
 */
export function readPlantSettings(environment: NodeJS.ProcessEnv, root: string): PlantSettings {
  const port = PortText.safeParse(environment.TAKT_MES_PORT || "8080");
  if (!port.success) {
    throw new Error(
      `TAKT_MES_PORT is "${environment.TAKT_MES_PORT}"; it must be a port number from 1 to 65535.`,
    );
  }
  return {
    dataFolder: path.resolve(root, environment.TAKT_DATA || "data"),
    isDefaultData: !environment.TAKT_DATA,
    mesPort: port.data,
    isHeadless: isYes(environment.TAKT_HEADLESS),
    stations: stationCount(environment.TAKT_STATIONS),
  };
}

function stationCount(text: string | undefined): 1 | 2 {
  if (text === undefined || text === "" || text === "1") return 1;
  if (text === "2") return 2;
  throw new Error(
    `TAKT_STATIONS is "${text}"; it must be 1 (the lathe's) or 2 (the assembly bench's as well).`,
  );
}

function isYes(text: string | undefined): boolean {
  if (text === undefined || text === "" || text === "0") return false;
  if (text === "1") return true;
  throw new Error(`TAKT_HEADLESS is "${text}"; it must be 1 (no window) or 0.`);
}
