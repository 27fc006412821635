import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import pinoRoll from "pino-roll";

export type StationLog = Logger;

/** At most 10 files of 5 MB, so a talking device never fills the disk that bookings need (fault D6). */
const FILES = 10;
const SIZE = "5m";
/** Lines that wait in memory while the disk is full; more are lost. */
const MOST_WAITING_BYTES = 1_000_000;

/** Names under which a secret could appear in a log line; pino replaces their values. */
const SECRETS = [
  "token",
  "pin",
  "password",
  "pinHash",
  "screenToken",
  "*.token",
  "*.pin",
  "*.password",
  "*.pinHash",
  "*.screenToken",
];

/** A rotating log in the station's folder. pino's worker transports do not survive bundling, so this writes by itself. */
export async function openLog(folder: string, level: string): Promise<StationLog> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = await pinoRoll({
    file: join(folder, "station"),
    extension: ".log",
    sync: true,
    size: SIZE,
    maxLength: MOST_WAITING_BYTES,
    limit: { count: FILES, removeOtherLogFiles: true }, // also those of earlier runs, or a year of restarts fills the disk
  });
  file.on("error", () => undefined); // a disk that takes no log line must not end the station (D1); they are written later
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: SECRETS }, file);
}
