import { stripVTControlCharacters } from "node:util";
import { setErrorLogger, setWarningLogger } from "node-opcua-client";
import type { LogLevel } from "../../device-events.ts";

/** Sends what the library would print to where a technician looks for it. */
export function routeLibraryLogs(log: (level: LogLevel, message: string) => void): void {
  const write =
    (level: LogLevel) =>
    (_place: unknown, ...parts: unknown[]) =>
      log(level, stripVTControlCharacters(parts.map(String).join(" ")).trim());
  setWarningLogger(write("debug"));
  setErrorLogger(write("warn"));
}
