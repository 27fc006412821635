import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RealMes, stationToken } from "../testing/real-mes.ts";
import { hastySleep, startSyncRig } from "../testing/sync-rig.ts";
import { memoryStation, waiting } from "../testing/test-station.ts";
import { until } from "../testing/until.ts";
import type { Sleep } from "./wake-signal.ts";

const STATIONS = Array.from({ length: 12 }, (_, index) => `R-${index + 1}`);
const BOOKINGS = 5;

/** A tenth of what is asked: a station that was sent away comes again while others still wait. */
const sleep: Sleep = (ms, signal) => hastySleep(ms * 10, signal);

describe("many stations at once", () => {
  let mes: RealMes;
  beforeAll(async () => {
    const lane = { mostAtOnce: 1, mostWaiting: 2, longestWaitMs: 20 };
    mes = await RealMes.start({ face: { uploads: { small: lane, large: lane } } });
    for (const stationId of STATIONS) await mes.enrol(stationId);
  });
  afterAll(() => mes.stop());

  test("N12 more than the MES takes at once: sent away with a time to come again, and all is there once", async () => {
    const rigs = STATIONS.map((stationId) => {
      const { outbox, book } = memoryStation(stationId);
      for (let booked = 0; booked < BOOKINGS; booked += 1) book(1);
      const mesUrl = `http://127.0.0.1:${mes.port}`;
      return startSyncRig({ mesUrl, stationId, token: stationToken(stationId), outbox, sleep });
    });
    await until(() => rigs.every(({ outbox }) => waiting(outbox) === 0));
    await Promise.all(rigs.map(({ sync }) => sync.stop()));
    const good = await Promise.all(STATIONS.map((stationId) => mes.good(stationId)));
    expect(new Set(good)).toEqual(new Set([BOOKINGS]));
    const failures = rigs.flatMap(({ logged }) => logged.map(({ fields }) => fields.code));
    expect(failures).toContain("server");
  });
});
