import type { FloorPage } from "../../shared/protocol/pages.ts";
import type { Mes } from "../open-mes.ts";
import { readFloor } from "../queries/read-floor.ts";

/** However fast events come, browsers get a new page at most this often. */
const SHORTEST_MS = 500;

export interface FloorBroadcast {
  /** @returns to be called when the watcher leaves */
  watch(listener: (page: FloorPage) => void): () => void;
  close(): void;
}

/** Reads the floor once per change for all who watch, and not at all when nobody does. */
export function createFloorBroadcast(mes: Mes, onError: (error: unknown) => void): FloorBroadcast {
  const watchers = new Set<(page: FloorPage) => void>();
  let timer: NodeJS.Timeout | undefined;
  const tell = async () => {
    timer = undefined;
    const page = await readFloor(mes.database, mes.presence, mes.nowUtc());
    for (const watcher of watchers) watcher(page);
  };
  const stopListening = mes.hub.onFloorChanged(() => {
    if (watchers.size === 0 || timer !== undefined) return;
    timer = setTimeout(() => void tell().catch(onError), SHORTEST_MS);
  });
  return {
    watch: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    close: () => {
      stopListening();
      clearTimeout(timer);
    },
  };
}
