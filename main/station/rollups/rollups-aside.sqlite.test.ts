import { describe, expect, onTestFinished, test } from "vitest";
import { openWriter, rowsOf, START_US } from "../signals/testing/signal-rig.ts";
import type { RollupPosition } from "../sync/rollup-port.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createRollups } from "./rollups-aside.ts";

const BEGINNING: RollupPosition = {
  storeId: null,
  upTo: 0,
  insideUs: null,
  freshUs: 0,
  freshPart: null,
  gapsUs: 0,
  openGaps: [],
  keptFromUs: 0,
};

describe("the thread of the roll-ups", () => {
  test("RU-5 reads beside the writer, rests, and is there again", async () => {
    const folder = temporaryFolder();
    const rollups = createRollups({ dataDir: folder, machines: () => [], confirmed: () => undefined });
    onTestFinished(() => rollups.rest());
    expect(await rollups.next(BEGINNING, 100)).toBeUndefined();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    const [signal] = writer.register([{ machineId: "press", signalId: "force" }]);
    clock.us = START_US + 120e6;
    writer.append(rowsOf([{ signal: signal?.number ?? 0, atUs: START_US, value: 7 }]));
    writer.flush();
    const step = await rollups.next(BEGINNING, 100);
    expect(step?.parcel.series).toMatchObject([
      {
        machineId: "press",
        signalId: "force",
        meaning: "other",
        bucketSeconds: 60,
        buckets: [{ last: 7 }, { count: 0 }],
      },
    ]);
    rollups.rest();
    expect(await rollups.next(step?.next ?? BEGINNING, 100)).toBeUndefined();
  });
});
