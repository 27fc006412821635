import { z } from "zod";
import { ConfigError } from "./config-file.ts";

const port = z.coerce.number().int().min(0).max(65_535);

/** Port that the shell has chosen for us (TAKT_STATION_PORT); without a shell any free one. @throws ConfigError */
export function rpcPort(environment: Readonly<Record<string, string | undefined>>): number {
  const parsed = port.safeParse(environment.TAKT_STATION_PORT ?? "0");
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    `TAKT_STATION_PORT must be a port from 0 to 65535, it is "${environment.TAKT_STATION_PORT}"`,
  );
}
