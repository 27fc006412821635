import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { parseConfig } from "../config/read-config.ts";
import { screen, toolOf } from "../testing/running-station.ts";
import { prepareData, runStation } from "../testing/station-process.ts";

const IDLE_SECONDS = 2;

test.runIf(process.platform !== "win32")(
  "ST-8 P9 a station that stood still has ended all rights before it answers, and a kill brings none back",
  async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), "takt-rights-"));
    onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
    const { session } = parseConfig(JSON.stringify({ session: { idleSeconds: IDLE_SECONDS } }), "here");
    prepareData(dataFolder, { session });
    const first = await runStation({ dataFolder });
    const client = screen(first);
    await client.rpc.scan.submit.mutate({ intentId: randomUUID(), raw: "BG1001" });
    process.kill(first.pid, "SIGSTOP");
    await sleep(IDLE_SECONDS * 1_000 + 50); // real time passes for a process that stands still
    const start = { intentId: randomUUID(), jobOrderId: "4731", activeOrder: null };
    const asked = client.rpc.orders.start.mutate(start);
    process.kill(first.pid, "SIGCONT");
    expect(await asked).toMatchObject({ refusal: { code: "rights-ended", details: { person: "A. Nowak" } } });
    first.kill();
    await first.ended;

    const second = await runStation({ dataFolder });
    expect(await screen(second).rpc.orders.start.mutate(start)).toMatchObject({
      refusal: { code: "rights-ended" },
    });
    const entries = await toolOf(second, dataFolder).rpc.tool.journal.query({ afterSeq: 0, limit: 100 });
    const ended = entries.filter(({ type }) => type === "person.rights-ended");
    expect(ended.map(({ payload }) => payload)).toEqual([
      '{"personId":"P-1001","left":"none","cause":"idle"}',
    ]);
  },
);
