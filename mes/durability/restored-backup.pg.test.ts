import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readHead } from "../repositories/journal-repository.ts";
import { findStation } from "../repositories/station-repository.ts";
import { countRows, orderSums } from "../testing/order-sums.ts";
import { type PostgresServer, startPostgresServer } from "../testing/postgres-server.ts";
import { counted } from "../testing/sample-events.ts";
import { createStationJournal } from "../testing/station-journal.ts";
import {
  newJobOrder,
  newStation,
  openTestMes,
  send,
  type TemporaryFolder,
  temporaryFolder,
  verdictsOf,
} from "../testing/test-mes.ts";

let server: PostgresServer;
let folder: TemporaryFolder;
beforeAll(async () => {
  server = await startPostgresServer();
  folder = await temporaryFolder();
});
afterAll(async () => {
  await server.drop();
  await folder.remove();
});

describe("PostgreSQL restored from an older backup", () => {
  test("N8 I-11 the MES says what it holds, what is sent again is neither lost nor doubled, directives begin anew", async () => {
    const databaseUrl = await server.createDatabase();
    const options = { dataFolder: folder.path, databaseUrl };
    const first = await openTestMes(options);
    const stationId = await newStation(first);
    const order = await newJobOrder(first);
    const journal = createStationJournal();
    for (let count = 0; count < 9; count += 1)
      journal.record("parts.counted", counted(1), { jobOrder: order });
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

  test("N9 a database of another MES is refused in this data folder", async () => {
    const elsewhere = await temporaryFolder();
    const databaseUrl = await server.createDatabase();
    const other = await openTestMes({ dataFolder: elsewhere.path, databaseUrl });
    await other.close();
    await expect(openTestMes({ dataFolder: folder.path, databaseUrl })).rejects.toThrow("do not go together");
    await elsewhere.remove();
  });
});
