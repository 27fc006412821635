import type { Outbox } from "../sync/sync-ports.ts";
import { MemoryOutbox } from "./memory-outbox.ts";

/** A station as the sync suites see it: something that books and an outbox that holds it. */
export interface TestStation {
  readonly outbox: Outbox;
  /** Books good pieces on the order of the same number as the station. */
  book(good: number): void;
  /** Ends as a kill would and comes back with what is durable. */
  restart(): TestStation;
  close(): void;
}

/** One whose journal a test can also copy, roll back and look into. */
export interface MemoryStation extends TestStation {
  readonly outbox: MemoryOutbox;
}

export type OpenTestStation = (stationId: string) => TestStation;

/** Entries that the MES has not confirmed. */
export function waiting(outbox: Outbox): number {
  return outbox.epochs().reduce((sum, head) => sum + head.seq - outbox.acknowledged(head.epoch).seq, 0);
}

export function memoryStation(stationId: string): MemoryStation {
  const outbox = new MemoryOutbox(stationId);
  const station: MemoryStation = {
    outbox,
    book: (good) => void outbox.append({ jobOrder: stationId, payload: goodPayload(good) }),
    restart: () => station,
    close: () => undefined,
  };
  return station;
}

export function goodPayload(good: number): string {
  return JSON.stringify({ good, scrap: 0, rework: 0, reasonCode: null, source: "pad" });
}
