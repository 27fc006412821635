import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emptyHandshake } from "../testing/canned-answers.ts";
import { ChaosProxy, isHandshake } from "../testing/chaos-proxy.ts";
import { FakeTime } from "../testing/fake-time.ts";
import { jsonAnswer } from "../testing/http-bytes.ts";
import { MemoryMirror } from "../testing/memory-mirror.ts";
import { MemoryOutbox } from "../testing/memory-outbox.ts";
import { until } from "../testing/until.ts";
import { createMesClient } from "./mes-client.ts";
import { Pump } from "./pump.ts";
import type { SyncParts } from "./sync-parts.ts";
import { createStatusBoard } from "./sync-status.ts";
import { WakeSignal } from "./wake-signal.ts";

describe("pump", () => {
  let proxy: ChaosProxy;
  const time = new FakeTime();
  const outbox = new MemoryOutbox();
  const stopping = new AbortController();
  beforeEach(async () => {
    proxy = await ChaosProxy.start(0);
  });
  afterEach(() => proxy.stop());

  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const parts = (): SyncParts => ({
    stationId: "WS-14",
    client: createMesClient({ mesUrl: proxy.url, stationId: "WS-14", token: "", clock: time.clock }),
    outbox,
    mirror: new MemoryMirror(),
    board: createStatusBoard(() => undefined),
    clock: time.clock,
    random: () => 0,
    sleep: time.sleep,
    log: silent,
    isStorageRefusal: () => false,
  });
  const pumpOf = (own: SyncParts) =>
    new Pump(own, {
      wake: new WakeSignal(),
      refillDirectives: () => Promise.resolve(),
      onDirectiveSeq: () => undefined,
      onProgress: () => undefined,
    });

  test("D3 an outbox that fails ends the run with its error, so that the station ends", async () => {
    proxy.decide(() => ({ kind: "answer", raw: jsonAnswer(200, emptyHandshake(outbox.currentEpoch())) }));
    const failing = new MemoryOutbox();
    failing.mesIdentity = () => {
      throw new Error("the disk does not answer");
    };
    failing.epochs = () => outbox.epochs();
    failing.acknowledged = (epoch) => outbox.acknowledged(epoch);
    failing.hashAt = (epoch, seq) => outbox.hashAt(epoch, seq);
    await expect(pumpOf({ ...parts(), outbox: failing }).run(stopping.signal)).rejects.toThrow(
      "does not answer",
    );
  });

  test("I-17 the pauses of a line that stays down end in attempts, each 4 s at most", async () => {
    proxy.refuse();
    const own = parts();
    let attempts = 0;
    const client: SyncParts["client"] = {
      ...own.client,
      handshake: (epoch, signal) => {
        attempts += 1;
        return own.client.handshake(epoch, signal);
      },
    };
    const running = new AbortController();
    const run = pumpOf({ ...own, client }).run(running.signal);
    const pauses: number[] = [];
    for (let count = 1; count <= 8; count += 1) {
      await until(() => attempts === count && time.nextMs() !== undefined);
      const pauseMs = time.nextMs() ?? 0;
      pauses.push(pauseMs);
      time.advance(pauseMs);
    }
    running.abort();
    await run;
    expect(pauses).toEqual([125, 250, 500, 1000, 2000, 2000, 2000, 2000]);
  });

  test("N5 a wrong token is asked again after half a minute, not before", async () => {
    const refusal = jsonAnswer(401, {
      error: { code: "unauthorized", message: "This token is not known here" },
    });
    proxy.decide(() => ({ kind: "answer", raw: refusal }));
    const own = parts();
    const running = new AbortController();
    const run = pumpOf(own).run(running.signal);
    await until(() => own.board.get().trouble === "unauthorized" && time.nextMs() !== undefined);
    expect(time.nextMs()).toBe(30_000);
    time.advance(29_999);
    expect(time.nextMs()).toBe(1); // still in the same pause, so nothing can have been asked
    expect(proxy.requests.filter(isHandshake)).toHaveLength(1);
    time.advance(1);
    await until(() => proxy.requests.filter(isHandshake).length === 2);
    running.abort();
    await run;
  });
});
