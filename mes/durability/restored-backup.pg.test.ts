import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readHead } from "../repositories/journal-repository.ts";
import { findStation } from "../repositories/station-repository.ts";
import { newCountedOrder } from "../testing/counted-order.ts";
import { databaseRoomOfFile } from "../testing/database-room.ts";
import { countRows, orderSums } from "../testing/order-sums.ts";
import { newJobOrder, openTestMes, send, temporaryFolder, verdictsOf } from "../testing/test-mes.ts";

const room = databaseRoomOfFile();

describe("PostgreSQL restored from an older backup", () => {
  test("N8 I-11 the MES says what it holds, what is sent again is neither lost nor doubled, directives begin anew", async () => {
    const { server, dataFolder } = room();
    const databaseUrl = await server.createDatabase();
    const options = { dataFolder, databaseUrl };
    const first = await openTestMes(options);
    const { stationId, order, journal } = await newCountedOrder(first, 9);
    await send(first, stationId, journal.upload(1, 4));
    await first.close();
    const backup = await server.copyDatabase(databaseUrl);

    const second = await openTestMes(options);
    expect(second.mesEpoch).toBe(first.mesEpoch);
    await send(second, stationId, journal.upload(5));
    await newJobOrder(second);
    await second.close();

    const restored = await openTestMes({ ...options, databaseUrl: backup });
    expect(restored.mesId).toBe(first.mesId);
    expect(restored.mesEpoch).not.toBe(first.mesEpoch);
    expect((await findStation(restored.database, stationId))?.directiveSeq).toBe(1);
    expect(await readHead(restored.database, stationId, journal.epoch)).toMatchObject({ seq: 4 });
    expect(await send(restored, stationId, journal.upload(8))).toMatchObject({
      kind: "gap",
      head: { seq: 4 },
    });
    const verdicts = verdictsOf(await send(restored, stationId, journal.upload()));
    expect(verdicts).toEqual(
      journal.entries.map(({ seq }) => (seq <= 4 ? "duplicate of applied" : "applied")),
    );
    expect(await orderSums(restored, order)).toMatchObject({ good: 9 });
    expect(await countRows(restored, "journal_event", stationId)).toBe(9);
    await restored.close();

    const later = await openTestMes({ ...options, databaseUrl: backup });
    expect(later.mesEpoch).toBe(restored.mesEpoch);
    await later.close();
  });

  test("I-11 database and data folder restored together: without the mark in the folder directives begin anew, once", async () => {
    const { server, dataFolder } = room();
    const databaseUrl = await server.createDatabase();
    const options = { dataFolder, databaseUrl };
    const first = await openTestMes(options);
    await newCountedOrder(first, 1);
    await first.close();
    await rm(join(dataFolder, "mes", "directive-mark"));

    const restored = await openTestMes(options);
    expect(restored.mesEpoch).not.toBe(first.mesEpoch);
    await restored.close();

    const later = await openTestMes(options);
    expect(later.mesEpoch).toBe(restored.mesEpoch);
    await later.close();
  });

  test("N9 a database of another MES is refused in this data folder", async () => {
    const elsewhere = await temporaryFolder();
    const { server, dataFolder } = room();
    const databaseUrl = await server.createDatabase();
    const other = await openTestMes({ dataFolder: elsewhere.path, databaseUrl });
    await other.close();
    await expect(openTestMes({ dataFolder, databaseUrl })).rejects.toThrow("do not go together");
    await elsewhere.remove();
  });
});
