import type { StationConnection } from "./station-supervisor.ts";

/** Where the station is now. Those who ask while it is away get their answer when it is back. */
export interface StationAddress {
  readonly connection: () => Promise<StationConnection>;
  /** The port of the station that runs, or that the next one is asked to take. */
  readonly port: () => number;
  /** @returns whether it came up on another port than the one that was known */
  set(connection: StationConnection): boolean;
  clear(): void;
}

export function createStationAddress(firstPort: number): StationAddress {
  let port = firstPort;
  let next = Promise.withResolvers<StationConnection>();
  let isSet = false;
  return {
    connection: () => next.promise,
    port: () => port,
    set(connection) {
      const lastPort = port;
      port = Number(new URL(connection.url).port);
      if (isSet) next = Promise.withResolvers();
      isSet = true;
      next.resolve(connection);
      return port !== lastPort;
    },
    clear() {
      if (isSet) next = Promise.withResolvers();
      isSet = false;
    },
  };
}
