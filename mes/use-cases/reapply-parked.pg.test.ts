import { describe, expect, test } from "vitest";
import { currentVocabulary, type Vocabulary } from "../ingest/vocabulary.ts";
import { listOpenAttention } from "../repositories/attention-repository.ts";
import { databaseRoomOfFile } from "../testing/database-room.ts";
import { orderSums } from "../testing/order-sums.ts";
import { counted, reported, started } from "../testing/sample-events.ts";
import { createStationJournal } from "../testing/station-journal.ts";
import { newJobOrder, newStation, openTestMes, send, verdictsOf } from "../testing/test-mes.ts";

const room = databaseRoomOfFile();

/** A MES of an earlier release: it has not heard of quantities, and starts of orders have become version 1 since. */
const earlier: Vocabulary = (type) => {
  if (type === "quantity.reported") return undefined;
  return type === "order.started" ? 0 : currentVocabulary(type);
};

describe("I-15 a station newer than the MES", () => {
  test("I-15 its events wait, and are applied in order when the MES is updated", async () => {
    const { server, dataFolder } = room();
    const options = { dataFolder, databaseUrl: await server.createDatabase() };
    const before = await openTestMes({ ...options, vocabulary: earlier });
    const stationId = await newStation(before);
    const order = await newJobOrder(before);
    const on = { jobOrder: order };
    const journal = createStationJournal();
    journal.record("order.started", started, on);
    journal.record("parts.counted", counted(30), on);
    journal.record("quantity.reported", reported({ scrap: 4 }), on);
    journal.record("order.paused", { reasonCode: "P-SETUP" }, on);
    journal.record("order.finished", { good: 26, scrap: 4, rework: 0 }, on);
    expect(verdictsOf(await send(before, stationId, journal.upload()))).toEqual([
      "parked: newer-version",
      "applied",
      "parked: unknown-type",
      "parked: depends-on-rejected",
      "parked: depends-on-rejected",
    ]);
    expect(await orderSums(before, order)).toMatchObject({ good: 30, scrap: 0, state: "released" });
    expect(await listOpenAttention(before.database, 10)).not.toEqual([]);
    await before.close();

    const after = await openTestMes(options);
    expect(await orderSums(after, order)).toMatchObject({ good: 26, scrap: 4, state: "finished" });
    expect(new Set(verdictsOf(await send(after, stationId, journal.upload())))).toEqual(
      new Set(["duplicate of applied"]),
    );
    expect(await listOpenAttention(after.database, 10)).toEqual([]);
    await after.close();

    const again = await openTestMes(options);
    expect(await orderSums(again, order)).toMatchObject({ good: 26, scrap: 4, state: "finished" });
    await again.close();
  });
});
