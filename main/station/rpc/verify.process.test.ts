import { describe, expect, test } from "vitest";
import { good, goToWork } from "../testing/at-work.ts";
import { writeLongJournal } from "../testing/long-journal.ts";
import { screen, toolOf } from "../testing/running-station.ts";
import { prepareData, runStation, stationFolderOf } from "../testing/station-process.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const ENTRIES = 40_000;

describe("verification of a running station", () => {
  test("ST-2 bookings are answered while a long journal is verified", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    writeLongJournal(stationFolderOf(dataFolder), ENTRIES);
    const address = await runStation({ dataFolder });
    const client = screen(address);
    await goToWork(client);

    let isVerified = false;
    const verifying = toolOf(address, dataFolder).rpc.tool.verify.query();
    void verifying.finally(() => {
      isVerified = true;
    });
    // A hundred on an ordinary disk. Did they wait for the verification, one or two would be answered with its report.
    let booked = 0;
    for (; !isVerified; booked += 1) await client.rpc.orders.reportGood.mutate(good(1));
    const report = await verifying;
    expect(booked).toBeGreaterThan(4);
    expect(report).toMatchObject({ ok: true, differences: [] });
    expect(report.events).toBeGreaterThanOrEqual(ENTRIES);

    const later = await toolOf(address, dataFolder).rpc.tool.verify.query();
    expect(later).toMatchObject({ ok: true, events: ENTRIES + 2 + booked });
  });
});
