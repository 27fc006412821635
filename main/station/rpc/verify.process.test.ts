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

    const finished: string[] = [];
    const note = (what: string) => () => void finished.push(what);
    const verifying = toolOf(address, dataFolder).rpc.tool.verify.query();
    void verifying.then(note("verified"));
    for (let count = 0; count < 10; count += 1) {
      await client.rpc.orders.reportGood.mutate(good(1)).then(note("booked"));
    }
    const report = await verifying;
    expect(finished).toEqual([...Array<string>(10).fill("booked"), "verified"]);
    expect(report).toMatchObject({ ok: true, differences: [] });
    expect(report.events).toBeGreaterThanOrEqual(ENTRIES);

    const later = await toolOf(address, dataFolder).rpc.tool.verify.query();
    expect(later).toMatchObject({ ok: true, events: ENTRIES + 12 });
  });
});
