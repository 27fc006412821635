import { expect } from "vitest";
import type { RealMes } from "./real-mes.ts";
import type { TestStation } from "./test-station.ts";

export interface Booked {
  readonly stationId: string;
  readonly station: TestStation;
  /** Good pieces that were booked on the order of this station. */
  readonly booked: number;
}

/** The MES holds exactly the station's entries, hash by hash, and each had its effect once. */
export async function expectOnce(mes: RealMes, { stationId, station, booked }: Booked): Promise<void> {
  for (const { epoch } of station.outbox.epochs()) {
    const own = station.outbox.entriesAfter(epoch, 0, 100_000);
    const stored = await mes.journal(stationId, epoch);
    const hashes = own.map(({ seq, hash, payload }) => ({ seq, hash, payload }));
    expect(stored.map(({ seq, hash, payload }) => ({ seq, hash, payload }))).toEqual(hashes);
  }
  expect(await mes.good(stationId)).toBe(booked);
}
