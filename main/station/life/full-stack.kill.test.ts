import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import { parseConfig } from "../config/read-config.ts";
import { verifyStore } from "../diagnostics/verify-store.ts";
import { sha256 } from "../record/digest.ts";
import { openStore } from "../store/open-store.ts";
import { good, screenOf } from "../testing/at-work.ts";
import { stationBundle } from "../testing/bundle-program.ts";
import { RealMes, stationToken } from "../testing/real-mes.ts";
import { connectScreen, type StationClient } from "../testing/screen-client.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import {
  prepareData,
  type StationProcess,
  startStation,
  stationFolderOf,
} from "../testing/station-process.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { until } from "../testing/until.ts";

const KILLS = 200;
const SEED = 1_409;
const STATION = "P1";
/** A life ends within this time after its first booking, or, one in four, while it starts. */
const LONGEST_LIFE_MS = 300;
const LONGEST_START_MS = 700;

describe("kill -9 of the whole station", () => {
  let mes: RealMes;
  beforeAll(async () => {
    mes = await RealMes.start();
    await mes.enrol(STATION);
  });
  afterAll(() => mes.stop());

  test(`P1 ${KILLS} kills with a client booking all the time: each answered booking is there once, here and in the MES`, async () => {
    const worker = new Worker(prepare(mes), await stationBundle());
    const random = seededRandom(SEED);
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (random() < 0.25) await worker.dieInStart(random() * LONGEST_START_MS);
      else await worker.live(random() * LONGEST_LIFE_MS);
    }
    await worker.finish();
    process.stdout.write(`P1 full stack: ${JSON.stringify(worker.tally)}\n`);

    expect(worker.tally.kills).toBe(KILLS);
    expect(worker.tally.answered).toBeGreaterThan(KILLS / 2);
    await expectOnce(worker, mes);
  });
});

/** Data folder of a station that knows the MES, the people and the reasons. */
function prepare(mes: RealMes): string {
  const dataFolder = temporaryFolder();
  const tokenFile = join(dataFolder, "mes-token");
  writeFileSync(tokenFile, stationToken(STATION));
  const url = `http://127.0.0.1:${mes.port}`;
  // Lives too short to keep a touch, for longer than rights last without one.
  const { session } = parseConfig(JSON.stringify({ session: { idleSeconds: 36_000 } }), "here");
  const mesConfig = { url, tokenFile, caFile: null };
  prepareData(dataFolder, { stationId: STATION, workUnit: STATION, mes: mesConfig, session });
  return dataFolder;
}

interface Booking {
  readonly intentId: string;
  readonly pieces: number;
}

/** A person who books without end and, like the screen, sends an unanswered booking again under the same intent. */
class Worker {
  readonly dataFolder: string;
  readonly answered = new Map<string, Booking>();
  readonly tally = { kills: 0, inStart: 0, answered: 0, resent: 0, repeated: 0, slowestStartMs: 0 };
  readonly #program: string;
  #unanswered: Booking | undefined;

  constructor(dataFolder: string, program: string) {
    this.dataFolder = dataFolder;
    this.#program = program;
  }

  async dieInStart(afterMs: number): Promise<void> {
    const station = this.#start();
    await delay(afterMs); // when it dies is the subject: anywhere in its start
    await killAndWait(station);
    this.tally.kills += 1;
    this.tally.inStart += 1;
  }

  async live(forMs: number): Promise<void> {
    await this.#whileRunning(async (client, ended) => {
      await this.#bookOne(client); // on a slow disk too each life has something that was answered
      const killed = delay(forMs, "killed" as const); // when it dies is the subject: anywhere among its bookings
      while ((await Promise.race([this.#bookOne(client), killed, ended])) === "booked");
    });
    this.tally.kills += 1;
  }

  /** A last life in peace: until the MES has everything. */
  async finish(): Promise<void> {
    await this.#whileRunning(async (client) => {
      while (this.#unanswered !== undefined) await this.#bookOne(client);
      await until(async () => (await screenOf(client)).sync.state === "up-to-date");
    });
  }

  #start(): StationProcess {
    return startStation({
      dataFolder: this.dataFolder,
      program: this.#program,
      environment: { NODE_COMPILE_CACHE: dirname(this.#program) },
    });
  }

  async #whileRunning(
    work: (client: StationClient, ended: Promise<unknown>) => Promise<void>,
  ): Promise<void> {
    const startedMs = performance.now();
    const station = this.#start();
    const client = connectScreen(await station.ready);
    this.tally.slowestStartMs = Math.max(
      this.tally.slowestStartMs,
      Math.round(performance.now() - startedMs),
    );
    await goToWork(client);
    await work(client, station.ended);
    await killAndWait(station);
    void client.close().catch(() => undefined);
  }

  async #bookOne({ rpc }: StationClient): Promise<"booked"> {
    if (this.#unanswered !== undefined) this.tally.resent += 1;
    const booking = this.#unanswered ?? { intentId: randomUUID(), pieces: 1 + (this.tally.answered % 3) };
    this.#unanswered = booking;
    const answer: CommandAnswer = await rpc.orders.reportGood.mutate(good(booking.pieces, booking.intentId));
    if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
    if (answer.repeated) this.tally.repeated += 1;
    this.#unanswered = undefined;
    this.answered.set(booking.intentId, booking);
    this.tally.answered += 1;
    return "booked";
  }
}

/** It must have lived until then: an end of its own is a fault. */
async function killAndWait(station: StationProcess): Promise<void> {
  station.kill();
  const end = await station.ended;
  if (end.signal !== "SIGKILL") throw new Error(`The station ended by itself: ${JSON.stringify(end)}`);
}

/** Signed in and with the order running; after a restart both are so already. */
async function goToWork(client: StationClient): Promise<void> {
  const { people, order } = await screenOf(client);
  if (people.signedIn.length === 0)
    await client.rpc.scan.submit.mutate({ intentId: randomUUID(), raw: "BG1001" });
  if (order === null) await until(() => startsOrder(client));
}

/** Refused until the MES has sent the order. */
async function startsOrder({ rpc }: StationClient): Promise<boolean> {
  const input = { intentId: randomUUID(), jobOrderId: STATION, activeOrder: null };
  return (await rpc.orders.start.mutate(input)).ok;
}

async function expectOnce(worker: Worker, mes: RealMes): Promise<void> {
  const open = openStore(stationFolderOf(worker.dataFolder));
  try {
    expect(verifyStore(open, sha256).differences).toEqual([]);
    const [head, ...others] = open.store.epochs();
    if (head === undefined) throw new Error("The journal has no epoch");
    expect(others).toEqual([]);
    const entries = open.store.entriesAfter(head.epoch, 0, 1_000_000);
    const booked = entries.filter(({ type }) => type === "quantity.reported").map(({ intentId }) => intentId);
    expect(booked).toEqual([...worker.answered.keys()]);
    const pieces = [...worker.answered.values()].reduce((sum, booking) => sum + booking.pieces, 0);
    expect(open.store.projections()?.jobOrder.get(STATION)?.reportedGood).toBe(pieces);

    const stored = await mes.journal(STATION, head.epoch);
    expect(stored.map(({ seq, hash }) => ({ seq, hash }))).toEqual(
      entries.map(({ seq, hash }) => ({ seq, hash })),
    );
    expect(await mes.good(STATION)).toBe(pieces);
  } finally {
    open.close();
  }
}
