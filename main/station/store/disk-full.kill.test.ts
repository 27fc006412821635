import { randomUUID } from "node:crypto";
import { describe, expect, type TestContext, test } from "vitest";
import { good, goToWork, screenOf } from "../testing/at-work.ts";
import { readBooks } from "../testing/books.ts";
import { connectScreen, type StationClient } from "../testing/screen-client.ts";
import { type SmallDisk, smallDisk } from "../testing/small-disk.ts";
import { prepareData, runStation, type StationProcess, stationFolderOf } from "../testing/station-process.ts";

const NOT_RUN = "NOT RUN: this machine allows no tmpfs, neither as root nor in a user namespace";

async function diskFor(context: TestContext): Promise<SmallDisk> {
  const disk = await smallDisk(32);
  return disk ?? context.skip(NOT_RUN);
}

interface FullDisk {
  readonly disk: SmallDisk;
  readonly station: StationProcess;
  readonly client: StationClient;
}

/** A station with a person signed in and an order running, whose disk has just become full. */
async function stationOnFullDisk(context: TestContext): Promise<FullDisk> {
  const disk = await diskFor(context);
  prepareData(disk.folder);
  const station = await runStation({ dataFolder: disk.folder });
  const client = connectScreen(station);
  await goToWork(client);
  disk.fill();
  return { disk, station, client };
}

/** Books until the disk is full. @returns the intents that were told as saved */
async function bookUntilRefused({ rpc }: StationClient): Promise<readonly string[]> {
  const saved: string[] = [];
  for (;;) {
    const intentId = randomUUID();
    const answer = await rpc.orders.reportGood.mutate(good(1, intentId));
    if (!answer.ok) {
      expect(answer.refusal.code).toBe("storage-full");
      return saved;
    }
    saved.push(intentId);
  }
}

describe("a full disk", () => {
  test("D1 booking is refused in plain sight, reading and leaving go on, and with room again all goes on", async (context) => {
    const { disk, station, client } = await stationOnFullDisk(context);
    const saved = await bookUntilRefused(client);
    process.stdout.write(`D1 booked after the disk was full: ${saved.length}\n`);

    expect((await screenOf(client)).order).toMatchObject({ good: saved.length });
    expect((await screenOf(client)).sync).toMatchObject({ state: "needs-someone", trouble: "storage" });
    const refusedAgain = await client.rpc.orders.reportGood.mutate(good(1));
    expect(refusedAgain).toMatchObject({ ok: false, refusal: { code: "storage-full" } });
    const left = await client.rpc.session.signOut.mutate({ intentId: randomUUID(), personId: "P-1001" });
    expect(left).toMatchObject({ ok: true });
    expect((await screenOf(client)).people.signedIn).toEqual([]);

    disk.free();
    expect(await client.rpc.scan.submit.mutate({ intentId: randomUUID(), raw: "BG1001" })).toMatchObject({
      outcome: "signed-in",
    });
    const after = randomUUID();
    expect(await client.rpc.orders.reportGood.mutate(good(1, after))).toMatchObject({ ok: true });
    expect((await screenOf(client)).sync.trouble).toBeNull();
    station.kill();
    await station.ended;
    const books = readBooks(stationFolderOf(disk.folder));
    expect(books).toEqual({ differences: [], intents: [...saved, after], epochs: 1 });
  });

  test("D1 a badge that leaves works on a full disk, one that comes is refused", async (context) => {
    const { client } = await stationOnFullDisk(context);
    await bookUntilRefused(client);
    const scan = (raw: string) => client.rpc.scan.submit.mutate({ intentId: randomUUID(), raw });
    expect(await scan("BG1002")).toMatchObject({ verdict: "blocked", outcome: "storage-full" });
    expect(await scan("BG1001")).toMatchObject({ verdict: "done", outcome: "signed-out" });
  });

  test("D2 killed and started again while the disk is full, it comes up, shows what it knows and refuses to book", async (context) => {
    const { disk, station: first, client: before } = await stationOnFullDisk(context);
    const saved = await bookUntilRefused(before);
    disk.fill();
    first.kill();
    await first.ended;

    const second = await runStation({ dataFolder: disk.folder });
    const client = connectScreen(second);
    expect((await screenOf(client)).order).toMatchObject({ good: saved.length });
    const more = await bookUntilRefused(client);
    disk.free();
    const after = randomUUID();
    expect(await client.rpc.orders.reportGood.mutate(good(1, after))).toMatchObject({ ok: true });
    second.kill();
    await second.ended;
    expect(readBooks(stationFolderOf(disk.folder))).toEqual({
      differences: [],
      intents: [...saved, ...more, after],
      epochs: 1,
    });
  });
});
