import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emptyDirectives, emptyHandshake, MES_IDENTITY } from "../testing/canned-answers.ts";
import { ChaosProxy, isDirectivePull, isHandshake, isUpload } from "../testing/chaos-proxy.ts";
import { FakeTime } from "../testing/fake-time.ts";
import { jsonAnswer } from "../testing/http-bytes.ts";
import { MemoryOutbox } from "../testing/memory-outbox.ts";
import { type SyncRig, startSyncRig } from "../testing/sync-rig.ts";
import { until } from "../testing/until.ts";

const AN_HOUR_MS = 3_600_000;
/** How often the watchdog looks. */
const CHECK_MS = 5_000;

describe("watchdog of the pump", () => {
  let proxy: ChaosProxy;
  let time: FakeTime;
  let rig: SyncRig<MemoryOutbox>;
  beforeEach(async () => {
    proxy = await ChaosProxy.start(0);
    time = new FakeTime();
  });
  afterEach(async () => {
    await rig.sync.stop();
    await proxy.stop();
  });

  const start = () => {
    const outbox = new MemoryOutbox();
    outbox.saveMesIdentity(MES_IDENTITY);
    rig = startSyncRig({
      outbox,
      mesUrl: proxy.url,
      stationId: "WS-14",
      token: "",
      clock: time.clock,
      sleep: time.sleep,
      shortTimeoutMs: AN_HOUR_MS,
      transferTimeoutMs: AN_HOUR_MS,
    });
  };
  const handshakes = () => proxy.requests.filter(isHandshake).length;
  const pulls = () => proxy.requests.filter(isDirectivePull).length;

  /** The watchdog has looked and sleeps until its next look. */
  const watched = () => until(() => time.nextMs() === CHECK_MS);

  /** Lets `ms` pass in steps, with every pull of directives answered in between. */
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += CHECK_MS) {
      const before = pulls();
      time.advance(CHECK_MS);
      if (passed % 30_000 === 25_000) await until(() => pulls() > before);
      await watched();
    }
  }

  test("I-17 a pump that hangs while the MES is there is started anew after 60 s", async () => {
    const outboxEpoch = () => rig.outbox.currentEpoch();
    proxy.decide((request) => {
      if (isDirectivePull(request)) return { kind: "answer", raw: jsonAnswer(200, emptyDirectives()) };
      if (isHandshake(request) && handshakes() > 1)
        return { kind: "answer", raw: jsonAnswer(200, emptyHandshake(outboxEpoch())) };
      return { kind: "silence" };
    });
    start();
    await until(() => handshakes() === 1 && pulls() === 1);
    await pass(50_000);
    expect(handshakes()).toBe(1);
    await pass(20_000);
    await until(() => handshakes() === 2 && proxy.requests.some(isUpload));
    expect(rig.logged.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  test("I-17 without a sign of life of the MES it is left waiting", async () => {
    proxy.decide(() => ({ kind: "silence" }));
    start();
    await until(() => handshakes() === 1);
    for (let step = 0; step < 40; step += 1) {
      time.advance(CHECK_MS);
      await watched();
    }
    expect(handshakes()).toBe(1);
    expect(rig.logged).toEqual([]);
  });
});
