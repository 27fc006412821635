import { describe, expect, test } from "vitest";
import { readHead } from "../repositories/journal-repository.ts";
import { countPieces, newCountedOrder } from "../testing/counted-order.ts";
import { databaseRoomOfFile } from "../testing/database-room.ts";
import { countRows, orderSums } from "../testing/order-sums.ts";
import { openTestMes, send } from "../testing/test-mes.ts";

const room = databaseRoomOfFile();

const ROUNDS = 8;
const BATCH = 5;

describe("kill -9 of PostgreSQL while batches come in", () => {
  test("N7 every acknowledged event is there with its effect, none without, and resending completes it", {
    timeout: 120_000,
  }, async () => {
    const { server, dataFolder } = room();
    const mes = await openTestMes({ dataFolder, databaseUrl: await server.createDatabase() });
    const making = await newCountedOrder(mes, 0);
    const { stationId, order, journal } = making;
    let acknowledged = 0;
    let interrupted = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      countPieces(making, BATCH * 4);
      const killed = killSoon(round);
      acknowledged = Math.max(acknowledged, await sendUntilItFails(acknowledged));
      await killed;
      await server.restart();
      await expect.poll(() => headSeq()).toBeGreaterThanOrEqual(acknowledged);
      await checkConsistent(acknowledged);
    }
    expect(interrupted).toBeGreaterThan(0);
    await sendUntilItFails(await headSeq());
    expect(await orderSums(mes, order)).toMatchObject({ good: journal.entries.length });
    await mes.close();

    async function sendUntilItFails(from: number): Promise<number> {
      let done = from;
      try {
        while (done < journal.entries.length) {
          const outcome = await send(mes, stationId, journal.upload(done + 1, done + BATCH));
          if (outcome.kind === "gap" || outcome.kind === "acknowledged") done = outcome.head.seq;
        }
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        interrupted += 1; // the server is gone; what was acknowledged before counts
      }
      return done;
    }

    async function headSeq(): Promise<number> {
      return (await readHead(mes.database, stationId, journal.epoch)).seq;
    }

    async function checkConsistent(promised: number): Promise<void> {
      const seq = await headSeq();
      expect(seq).toBeGreaterThanOrEqual(promised);
      expect(await countRows(mes, "journal_event", stationId)).toBe(seq);
      expect(await orderSums(mes, order)).toMatchObject({ good: seq });
      acknowledged = seq;
    }
  });

  /** Lets a few statements through, another number of them each round. */
  async function killSoon(round: number): Promise<void> {
    for (let turn = 0; turn < round * 7; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await room().server.kill();
  }
});
