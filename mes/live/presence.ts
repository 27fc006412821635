/** Which stations are connected now, and when each last spoke. Lives and dies with the process. */
export interface Presence {
  /** A stream of the station opened. @returns to be called when it ends */
  arrived(stationId: string): () => void;
  spoke(stationId: string, atUtc: string): void;
  isOnline(stationId: string): boolean;
  lastContactUtc(stationId: string): string | undefined;
}

export function createPresence(): Presence {
  const streams = new Map<string, number>();
  const contacts = new Map<string, string>();
  const count = (stationId: string, by: number) =>
    void streams.set(stationId, (streams.get(stationId) ?? 0) + by);
  return {
    arrived: (stationId) => {
      count(stationId, 1);
      return () => count(stationId, -1);
    },
    spoke: (stationId, atUtc) => void contacts.set(stationId, atUtc),
    isOnline: (stationId) => (streams.get(stationId) ?? 0) > 0,
    lastContactUtc: (stationId) => contacts.get(stationId),
  };
}
