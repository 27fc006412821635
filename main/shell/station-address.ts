import type { StationConnection } from "./station-supervisor.ts";

/** Where the station is now. Those who ask while it is away get their answer when it is back. */
export interface StationAddress {
  readonly connection: () => Promise<StationConnection>;
  readonly isKnown: () => boolean;
  /** The port that pages may speak to. */
  readonly port: () => number;
  /** The port that the next station is asked to take; 0 for any, when the last one never came up on its own. */
  readonly nextPort: () => number;
  /** @returns whether it came up on another port than the one that was known */
  set(connection: StationConnection): boolean;
  /** @param wasReady whether the station that left had come up */
  clear(wasReady: boolean): void;
}

export function createStationAddress(firstPort: number): StationAddress {
  let port = firstPort;
  let next = Promise.withResolvers<StationConnection>();
  let isSet = false;
  let nextPort = firstPort;
  return {
    connection: () => next.promise,
    isKnown: () => isSet,
    port: () => port,
    nextPort: () => nextPort,
    set(connection) {
      const lastPort = port;
      port = Number(new URL(connection.url).port);
      nextPort = port;
      if (isSet) next = Promise.withResolvers();
      isSet = true;
      next.resolve(connection);
      return port !== lastPort;
    },
    clear(wasReady) {
      nextPort = wasReady ? port : 0;
      if (isSet) next = Promise.withResolvers();
      isSet = false;
    },
  };
}
