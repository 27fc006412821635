import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SignalReader } from "../signals/signal-reader-port.ts";
import { openReader, openWriter, type Row, rowsOf, tendAll } from "../signals/testing/signal-rig.ts";
import { ChaosProxy, type Fault, PASS, type ProxiedRequest } from "../testing/chaos-proxy.ts";
import { MemoryOutbox } from "../testing/memory-outbox.ts";
import { RealMes, stationToken } from "../testing/real-mes.ts";
import { startSyncRig } from "../testing/sync-rig.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { until } from "../testing/until.ts";
import { bucketsAt, bucketsIn, sourceOf } from "./testing/stored-machine.ts";

/*
 * Invariant: whatever happens to uploads on the way (cut, doubled, an old one again, the MES put back to a backup), and
 * however late values come, the MES ends with the buckets that the store has.
 * Worst outcome if violated: a number on the floor page that no machine ever had.
 */

const MINUTE_US = 60e6;
const HOUR_US = 60 * MINUTE_US;
const SIGNALS = [
  { machineId: "press", signalId: "good" },
  { machineId: "press", signalId: "force" },
];

const isUpload = ({ method, path }: ProxiedRequest): boolean =>
  method === "POST" && path.endsWith("/rollups");

const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(PASS) },
  fc.constantFrom<Fault>({ kind: "drop-request" }, { kind: "twice" }),
  fc.record({ kind: fc.constantFrom("cut-request" as const, "cut-reply" as const), bytes: fc.nat(400) }),
);
const step = fc.oneof(
  fc.record({
    kind: fc.constant("values" as const),
    minutes: fc.integer({ min: 1, max: 90 }),
    value: fc.integer(),
  }),
  fc.record({
    kind: fc.constant("late" as const),
    minutesAgo: fc.integer({ min: 1, max: 80 }),
    value: fc.integer(),
  }),
  fc.record({
    kind: fc.constantFrom("settle" as const, "replay" as const, "gap" as const, "restore" as const),
  }),
);

let mes: RealMes;
let proxy: ChaosProxy;
beforeAll(async () => {
  mes = await RealMes.start();
  proxy = await ChaosProxy.start(mes.port);
});
afterAll(async () => {
  await proxy.stop();
  await mes.stop();
});

describe("roll-ups on a bad line", () => {
  test("RU-3 RU-6 any faults, repeats and late values end in the rows of the store", {
    timeout: 240_000,
  }, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 8 }),
        fc.array(fault, { maxLength: 12 }),
        async (steps, faults) => {
          run += 1;
          await carryOut(`WS-P${run}`, steps, faults);
        },
      ),
      { numRuns: 8 },
    );
  });
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function carryOut(stationId: string, steps: readonly Step[], faults: readonly Fault[]): Promise<void> {
  const folder = temporaryFolder();
  await mes.enrol(stationId);
  const backup = await mes.backup();
  const beginUs = Math.floor((Date.now() * 1000 - 20 * HOUR_US) / MINUTE_US) * MINUTE_US;
  const clock = { us: beginUs };
  const writer = openWriter(folder, clock);
  const numbers = writer.register(SIGNALS).map(({ number }) => number);
  writer.flush();
  const reader = openReader(folder);
  const source = sourceOf(() => reader);
  const waiting = [...faults];
  const first = proxy.requests.length;
  proxy.decide((request) => (isUpload(request) ? (waiting.shift() ?? PASS) : PASS));
  const rig = startSyncRig({
    mesUrl: proxy.url,
    stationId,
    token: stationToken(stationId),
    outbox: new MemoryOutbox(),
    rollups: source,
  });
  const settled = (): Promise<void> =>
    untilHeld(stationId, reader, { fromUs: beginUs, toUs: clock.us + MINUTE_US });
  const append = (rows: readonly Row[]): void => {
    writer.append(rowsOf(rows));
    writer.flush();
    tendAll(writer);
  };
  // An hour on, everything that waited in the head log is in a segment, late values among it.
  const sealAll = (): void => {
    clock.us += HOUR_US + MINUTE_US;
    append(numbers.map((signal) => ({ signal, atUs: clock.us, value: 1 })));
    append([]);
  };
  for (const one of steps) {
    switch (one.kind) {
      case "values": {
        const rows = Array.from({ length: one.minutes * 2 }, (_, half) => clock.us + (half * MINUTE_US) / 2);
        clock.us += one.minutes * MINUTE_US;
        append(rows.flatMap((atUs) => numbers.map((signal) => ({ signal, atUs, value: one.value }))));
        break;
      }
      case "late":
        append(
          numbers.map((signal) => ({
            signal,
            atUs: clock.us - one.minutesAgo * MINUTE_US - 7e6,
            value: one.value,
          })),
        );
        break;
      case "gap":
        writer.recordGap({
          machineId: "press",
          signal: null,
          fromUs: clock.us - 30e6,
          toUs: clock.us,
          cause: "disconnected",
        });
        append([]);
        break;
      case "settle":
        sealAll();
        await settled();
        break;
      case "replay": {
        const old = proxy.requests.slice(first).find(isUpload);
        if (old !== undefined) await proxy.replay(old).catch(() => undefined);
        break;
      }
      case "restore":
        await mes.restore(backup);
        break;
    }
  }
  sealAll();
  await settled();
  const ended = proxy.requests.slice(first).filter(isUpload);
  for (const request of ended.slice(0, 3)) await proxy.replay(request);
  await settled();
  await rig.sync.stop();
  reader.close();
  writer.close();
}

/** Hours and sealed minutes to the last bucket; the minute that is still open is not promised. */
async function untilHeld(
  stationId: string,
  reader: SignalReader,
  span: { readonly fromUs: number; readonly toUs: number },
): Promise<void> {
  const closedUs = Math.floor(reader.recordedUntilUs() / MINUTE_US) * MINUTE_US;
  const closed = { fromUs: span.fromUs - 2 * HOUR_US, toUs: Math.max(closedUs, span.fromUs) };
  const wanted = bucketsIn(reader, "minute", closed);
  await until(async () => {
    const held = new Set(await bucketsAt(mes, stationId, 60));
    return wanted.every((line) => held.has(line));
  });
  const held = await bucketsAt(mes, stationId, 60);
  expect(
    held
      .filter((line) => !wanted.includes(line))
      .every((line) => Number(line.split(" ")[2]) * 1e6 >= closed.toUs),
  ).toBe(true);
}
