import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { until } from "../../testing/until.ts";
import { type RecordedFeed, recordFeed } from "../testing/recorded-feed.ts";
import { COUNTER, type ScriptedMachine, startScriptedMachine } from "../testing/scripted-machine.ts";
import { trustServerCertificate } from "./server-trust.ts";

const LIMITS = { queueSize: 1, samplingMs: 300, publishingMs: 400 };

let folder: string;
let machine: ScriptedMachine;
let feed: RecordedFeed;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-small-"));
});

afterEach(async () => {
  await feed.stop();
  await machine.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function connected(
  options: Parameters<typeof startScriptedMachine>[1],
  changes: Parameters<typeof recordFeed>[2],
): Promise<void> {
  machine = await startScriptedMachine(path.join(folder, "machine"), options);
  await trustServerCertificate(path.join(folder, "station"), machine.certificateFile);
  feed = recordFeed(machine, path.join(folder, "station"), changes);
  await until(() => feed.isOk() && feed.valuesOf("count").length > 0);
}

describe("a controller that gives less than it is asked for", () => {
  test("U5 U10 publishing, sampling and a queue of one are told in words and figures; a cut is then a gap", async () => {
    const signals = [{ signalId: "count", node: `s=${COUNTER}`, samplingMs: 100, queueSize: 500 }];
    await connected({ limits: LIMITS }, { signals });
    expect(feed.statuses.at(-1)?.detail).toBe(
      "The machine keeps only 1 of 500 values of count during a cut. " +
        "The machine looks at count only every 300 ms. The machine sends only every 400 ms",
    );
    await until(() => feed.links.at(-1)?.negotiated !== null);
    expect(feed.links.at(-1)?.negotiated).toMatchObject({
      publishingMs: 400,
      revised: [
        { signalId: null, what: "publishing", asked: 100, given: 400 },
        { signalId: "count", what: "sampling", asked: 100, given: 300 },
        { signalId: "count", what: "queue", asked: 500, given: 1 },
      ],
    });
    expect(feed.log.filter((line) => line.startsWith("warn"))).toHaveLength(1);

    await machine.link.set("cut");
    await until(() => !feed.isOk());
    await machine.writeAll(
      COUNTER,
      [...Array(20).keys()].map((index) => index + 1),
    );
    await machine.link.set("open");
    await until(() => feed.valuesOf("count").includes(20));
    expect(feed.gaps.map(({ cause }) => cause)).toEqual(["queue-overflow"]);
  });

  test("U5 bad values that overflow a queue come as bad, with the gap before them", async () => {
    const signals = [{ signalId: "count", node: `s=${COUNTER}`, samplingMs: 0, queueSize: 3 }];
    await connected({}, { signals });
    await machine.link.set("cut");
    await until(() => !feed.isOk());
    for (let value = 1; value <= 99; value += 1) {
      await machine.write(COUNTER, value, { status: "BadSensorFailure" });
    }
    await machine.link.set("open");
    await until(() => feed.valuesOf("count").includes(99));
    expect(new Set(feed.gaps.map(({ cause }) => cause))).toEqual(new Set(["queue-overflow"]));
    expect(feed.signals.slice(-3).map(({ statusCode }) => statusCode >>> 30)).toEqual([2, 2, 2]);
  });

  test("U3 one that answers and tells of no change any more is noticed, and its session made anew", async () => {
    await connected({}, { signOfLifeMs: 300 });
    await machine.mute();
    await machine.write(COUNTER, 7);
    await until(() => feed.valuesOf("count").includes(7));
    expect(feed.statuses.map(({ detail }) => detail)).toContain("The machine no longer tells of count");
    expect(feed.gaps.map(({ cause }) => cause)).toEqual(["session-lost"]);
  });
});
