import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mes } from "../open-mes.ts";
import { countRows, orderSums } from "../testing/order-sums.ts";
import { type PostgresServer, startPostgresServer } from "../testing/postgres-server.ts";
import { defect, reported, reversed, started } from "../testing/sample-events.ts";
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
beforeAll(async () => {
  server = await startPostgresServer();
});
afterAll(() => server.drop());

describe.each([["PGlite"], ["PostgreSQL"]])("bookings taken back in parts, on %s", (database) => {
  let folder: TemporaryFolder;
  let mes: Mes;
  beforeAll(async () => {
    folder = await temporaryFolder();
    const databaseUrl = database === "PostgreSQL" ? await server.createDatabase() : undefined;
    mes = await openTestMes({ dataFolder: folder.path, databaseUrl });
  });
  afterAll(async () => {
    await mes.close();
    await folder.remove();
  });

  // In one batch the state is carried on in memory, in many it is read from the tables each time: both must agree.
  test.each([[1], [3], [20]])("CR-2 parts of one booking, in batches of %i", async (size) => {
    const stationId = await newStation(mes);
    const order = await newJobOrder(mes, { countAuthority: "operator" });
    const on = { jobOrder: order };
    const before = await countRows(mes, "reversal");
    const journal = createStationJournal();
    journal.record("order.started", { ...started, countAuthority: "operator" }, on);
    const good = journal.record("quantity.reported", reported({ good: 24 }), on);
    const held = journal.record("defect.logged", defect(5, "hold"), on);
    journal.record("quantity.reversed", reversed(good.eventId, { good: -20 }, 20), on);
    journal.record("quantity.reversed", reversed(held.eventId, {}, 2), on);
    journal.record("quantity.reversed", reversed(held.eventId, {}, 1), on);
    journal.record("quantity.reversed", reversed(good.eventId, { good: -5 }, 5), on);
    journal.record("quantity.reversed", reversed(good.eventId, { good: -24 }), on);
    journal.record("quantity.reversed", reversed(good.eventId, { good: -4 }, 4), on);

    const verdicts: string[] = [];
    for (let first = 1; first <= journal.entries.length; first += size) {
      const outcome = await send(mes, stationId, journal.upload(first, first + size - 1));
      verdicts.push(...verdictsOf(outcome));
    }
    expect(verdicts.slice(3)).toEqual([
      "applied",
      "applied",
      "applied",
      "rejected: unknown-reversal",
      "rejected: unknown-reversal",
      "applied",
    ]);
    expect(await orderSums(mes, order)).toMatchObject({ good: 0, scrap: 0, defects: 2 });
    expect(await countRows(mes, "reversal")).toBe(before + 4);
  });
});
