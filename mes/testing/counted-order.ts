import type { Mes } from "../open-mes.ts";
import { counted } from "./sample-events.ts";
import { createStationJournal, type StationJournal } from "./station-journal.ts";
import { newJobOrder, newStation } from "./test-mes.ts";

/** A station whose machine counts single pieces on an order; nothing of it is sent yet. */
export interface CountedOrder {
  readonly stationId: string;
  readonly order: string;
  readonly journal: StationJournal;
}

export async function newCountedOrder(mes: Mes, pieces: number): Promise<CountedOrder> {
  const stationId = await newStation(mes);
  const order = await newJobOrder(mes);
  const journal = createStationJournal();
  const making = { stationId, order, journal };
  countPieces(making, pieces);
  return making;
}

/** Records one count for each of so many pieces. */
export function countPieces({ order, journal }: CountedOrder, pieces: number): void {
  for (let piece = 0; piece < pieces; piece += 1)
    journal.record("parts.counted", counted(1), { jobOrder: order });
}
