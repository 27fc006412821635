import { afterAll, beforeAll, describe, test } from "vitest";
import { ChaosProxy, type Fault, isHandshake, isUpload, PASS } from "./chaos-proxy.ts";
import { expectOnce } from "./expect-once.ts";
import { RealMes, stationToken } from "./real-mes.ts";
import { seededRandom } from "./seeded-random.ts";
import { startSyncRig } from "./sync-rig.ts";
import { type OpenTestStation, type TestStation, waiting } from "./test-station.ts";
import { until } from "./until.ts";

const SILENCE: Fault = { kind: "silence" };

/** What is cut at one upload; `kills` means that the station dies at that moment too. */
interface Cut {
  readonly fault: Fault;
  readonly kills: boolean;
}

/** Before anything left, while it leaves, after the commit of the MES: with and without the station surviving it. */
function cutFor(random: () => number): Cut {
  const kills = random() < 0.4;
  const bytes = Math.floor(random() * 400);
  const faults: readonly Fault[] = [
    { kind: "drop-request" },
    { kind: "cut-request", bytes },
    { kind: "cut-reply", bytes: 0 },
    { kind: "cut-reply", bytes },
    { kind: "half-close", bytes },
    { kind: "twice" },
    ...(kills ? [{ kind: "swallow-reply" } as const] : []),
  ];
  return { kills, fault: faults[Math.floor(random() * faults.length)] ?? PASS };
}

/** P5 and N1 on one kind of outbox, against a real MES behind a proxy that cuts. */
export function describeExactlyOnce(name: string, openStation: OpenTestStation, seeds: number): void {
  describe(`exactly once: ${name}`, () => {
    const CHAINS = 20;
    let mes: RealMes;
    beforeAll(async () => {
      mes = await RealMes.start();
    });
    afterAll(() => mes.stop());

    test(`P5 N1 one effect each in ${seeds} cuts between commit and send, and between MES commit and reply`, async () => {
      const chains = Array.from({ length: CHAINS }, (_, chain) => chain);
      const perChain = Math.ceil(seeds / CHAINS);
      while (chains.length > 0)
        await Promise.all(chains.splice(0, 10).map((chain) => runChain(chain, perChain)));
    }, 300_000);

    async function runChain(chain: number, length: number): Promise<void> {
      const stationId = `P5-${chain}`;
      await mes.enrol(stationId);
      const proxy = await ChaosProxy.start(mes.port);
      let station = openStation(stationId);
      let booked = 0;
      for (let step = 0; step < length; step += 1) {
        const random = seededRandom(chain * length + step + 1);
        for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
          const good = 1 + Math.floor(random() * 9);
          station.book(good);
          booked += good;
        }
        station = await deliver(station, { stationId, proxy, random });
      }
      await expectOnce(mes, { stationId, station, booked });
      station.close();
      await proxy.stop();
    }
  });
}

interface Delivery {
  readonly stationId: string;
  readonly proxy: ChaosProxy;
  readonly random: () => number;
}

/** Brings everything to the MES through one cut; the station that comes back may be a restarted one. */
async function deliver(station: TestStation, { stationId, proxy, random }: Delivery): Promise<TestStation> {
  const cut = cutFor(random);
  const losesHandshake = random() < 0.2;
  let uploads = 0;
  let handshakes = 0;
  proxy.decide((request) => {
    if (isHandshake(request)) {
      handshakes += 1;
      return losesHandshake && handshakes === 1 ? { kind: "cut-reply", bytes: 0 } : PASS;
    }
    if (!isUpload(request)) return SILENCE;
    uploads += 1;
    return uploads === 1 ? cut.fault : PASS;
  });
  const options = { mesUrl: proxy.url, stationId, token: stationToken(stationId), random };
  if (cut.kills) {
    const before = proxy.handled.filter(isUpload).length;
    const { sync } = startSyncRig({ ...options, outbox: station.outbox });
    await until(() => proxy.handled.filter(isUpload).length > before);
    await sync.stop();
    station = station.restart();
  }
  const { sync } = startSyncRig({ ...options, outbox: station.outbox });
  await until(() => waiting(station.outbox) === 0);
  await sync.stop();
  return station;
}
