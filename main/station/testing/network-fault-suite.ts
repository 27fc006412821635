import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { SyncStatus } from "../sync/sync-status.ts";
import { CAPTIVE_PORTAL } from "./canned-answers.ts";
import { type Fault, isHandshake, isUpload, PASS, type ProxiedRequest } from "./chaos-proxy.ts";
import { httpAnswer, jsonAnswer } from "./http-bytes.ts";
import { RealMes } from "./real-mes.ts";
import { seededRandom } from "./seeded-random.ts";
import { StagedStation } from "./sync-stage.ts";
import type { OpenTestStation } from "./test-station.ts";
import { until } from "./until.ts";

const answer = (raw: string): Fault => ({ kind: "answer", raw });
const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  answer(jsonAnswer(status, { error: { code, message: "As the test wants it" } }, headers));

/** Lets the MES act and changes what it said about it. */
function misquote(change: (ack: Record<string, unknown>) => unknown): Fault {
  const replace = (reply: string) => {
    const body = JSON.parse(reply.slice(reply.indexOf("\r\n\r\n") + 4)) as Record<string, unknown>;
    return jsonAnswer(200, change(body));
  };
  return { kind: "replace-reply", replace };
}

const PARTITIONS = (["in", "out", "both"] as const).flatMap((direction) =>
  (["short", "long", "flapping", "resetting"] as const).map((pattern) => ({ direction, pattern })),
);

const NOT_AN_ACK: readonly (readonly [string, Fault])[] = [
  ["a captive portal's page", answer(CAPTIVE_PORTAL)],
  ["JSON that ends early", answer(httpAnswer(200, { "content-type": "application/json" }, '{"mesId":"6f1'))],
  [
    "a true acknowledgement as another content type",
    { kind: "replace-reply", replace: (reply) => reply.replace(/application\/json/i, "text/plain") },
  ],
  ["another MES's acknowledgement", misquote((ack) => ({ ...ack, mesId: randomUUID() }))],
  ["another database's acknowledgement", misquote((ack) => ({ ...ack, mesEpoch: randomUUID() }))],
  ["another station's acknowledgement", misquote((ack) => ({ ...ack, stationId: "WS-99" }))],
  ["another epoch's acknowledgement", misquote((ack) => ({ ...ack, epoch: randomUUID() }))],
  ["an acknowledgement of nothing", misquote((ack) => ({ ...ack, verdicts: [] }))],
  ["a redirect to a sign-in page", answer(httpAnswer(302, { location: "/portal" }, ""))],
];

interface Refusal {
  readonly name: string;
  readonly fault: Fault;
  readonly trouble: SyncStatus["trouble"];
  /** When there is no batch to halve. */
  readonly troubleAlone?: SyncStatus["trouble"];
}

const REFUSALS: readonly Refusal[] = [
  { name: "500", fault: problem(500, "internal"), trouble: null },
  {
    name: "502 of a proxy",
    fault: answer(httpAnswer(502, { "content-type": "text/html" }, "<h1>Bad gateway</h1>")),
    trouble: null,
  },
  { name: "503 with Retry-After", fault: problem(503, "internal", { "retry-after": "2" }), trouble: null },
  {
    name: "429 with Retry-After",
    fault: problem(429, "too-many-requests", { "retry-after": "1" }),
    trouble: null,
  },
  { name: "401", fault: problem(401, "unauthorized"), trouble: "unauthorized" },
  { name: "403", fault: problem(403, "forbidden"), trouble: "unauthorized" },
  { name: "404", fault: problem(404, "not-found"), trouble: "rejected" },
  {
    name: "404 of a proxy",
    fault: answer(httpAnswer(404, { "content-type": "text/html" }, "<h1>Nothing</h1>")),
    trouble: null,
  },
  { name: "409 gap", fault: problem(409, "gap"), trouble: null },
  { name: "409 of a proxy", fault: answer(httpAnswer(409, {}, "conflict")), trouble: null },
  { name: "413", fault: problem(413, "too-large"), trouble: null, troubleAlone: "rejected" },
];

const QUEUES = [
  { queue: "nothing waiting", bookings: 0, replyLost: false },
  { queue: "one waiting", bookings: 1, replyLost: false },
  { queue: "many waiting", bookings: 40, replyLost: false },
  { queue: "the reply to them lost before", bookings: 7, replyLost: true },
] as const;

/** N2 to N6 and I-18 on one kind of outbox, against a real MES behind a proxy that misbehaves. */
export function describeNetworkFaults(name: string, openStation: OpenTestStation): void {
  describe(`network faults: ${name}`, () => {
    let mes: RealMes;
    let staged: StagedStation;
    let count = 0;
    beforeAll(async () => {
      mes = await RealMes.start();
    });
    afterAll(() => mes.stop());
    afterEach(() => staged.close());

    async function stage(): Promise<StagedStation> {
      count += 1;
      staged = await StagedStation.open(mes, `N-${count}`, openStation);
      return staged;
    }

    /** The fault at the first `times` requests of a kind, then none. */
    function failFirst(times: number, isMeant: (request: ProxiedRequest) => boolean, fault: Fault): void {
      let seen = 0;
      staged.proxy.decide((request) => {
        if (!isMeant(request)) return PASS;
        seen += 1;
        return seen <= times ? fault : PASS;
      });
    }

    test.each(PARTITIONS)(
      "N2 $pattern partition ($direction): local work goes on, all arrives once after it heals",
      async ({ direction, pattern }) => {
        const { proxy, station } = await stage();
        const { sync } = staged.start({ shortTimeoutMs: 1_000, transferTimeoutMs: 1_000 });
        staged.book();
        await staged.drained();
        const rounds = pattern === "flapping" ? 8 : 1;
        for (let round = 0; round < rounds; round += 1) {
          if (pattern === "resetting") proxy.refuse();
          else proxy.partition(direction);
          const before = station.outbox.epochs().at(-1)?.seq ?? 0;
          for (let count = 0; count < 20; count += 1) staged.book();
          expect(station.outbox.epochs().at(-1)?.seq).toBe(before + 20);
          if (pattern === "long" || pattern === "resetting")
            await until(() => sync.status().state === "offline");
          proxy.heal();
          if (round % 2 === 1) await staged.drained();
        }
        await staged.drained();
        await until(() => sync.status().state === "up-to-date");
        await staged.expectOnce();
      },
    );

    test.each(NOT_AN_ACK)("N3 %s moves nothing", async (_name, fault) => {
      await stage();
      staged.book(5);
      const waitingAtUpload: number[] = [];
      staged.proxy.decide((request) => {
        if (!isUpload(request)) return PASS;
        waitingAtUpload.push(staged.waiting());
        return waitingAtUpload.length <= 3 ? fault : PASS;
      });
      staged.start();
      await staged.drained();
      expect(waitingAtUpload.slice(0, 4)).toEqual([2, 2, 2, 2]);
      await staged.expectOnce();
    });

    test("I-9 an acknowledgement with another hash stops sync and moves nothing", async () => {
      await stage();
      staged.book(5);
      failFirst(
        1,
        isUpload,
        misquote((ack) => ({ ...ack, ackHash: "f".repeat(64) })),
      );
      const { sync } = staged.start();
      await until(() => sync.status().state === "stopped");
      expect(sync.status().trouble).toBe("fork");
      expect(staged.waiting()).toBe(2);
    });

    test("N3 a portal in front of the handshake: nothing is sent, nothing is believed", async () => {
      await stage();
      staged.book();
      failFirst(5, () => true, answer(CAPTIVE_PORTAL));
      const { statuses } = staged.start();
      await staged.drained();
      expect(statuses[0]?.state).not.toBe("up-to-date");
      expect(staged.proxy.requests.findIndex(isUpload)).toBeGreaterThan(5 - 1);
      await staged.expectOnce();
    });

    test("N4 a reply that trickles in is given up and asked for again", async () => {
      await stage();
      staged.book();
      failFirst(1, isUpload, { kind: "trickle", pace: { bytes: 1, everyMs: 100 } });
      const { logged } = staged.start({ transferTimeoutMs: 1_000 });
      await staged.drained();
      expect(logged.map(({ fields }) => fields.code)).toContain("timeout");
      await staged.expectOnce();
    });

    test("N4 a line too slow for the whole batch gets it in smaller ones", async () => {
      await stage();
      for (let count = 0; count < 11; count += 1) staged.book();
      staged.proxy.decide((request) =>
        isUpload(request) && eventsIn(request) > 6 ? { kind: "silence" } : PASS,
      );
      staged.start({ transferTimeoutMs: 1_000 });
      await staged.drained();
      await staged.expectOnce();
    });

    describe.each(QUEUES)("with $queue", ({ bookings, replyLost }) => {
      test.each(REFUSALS)("N5 $name is overcome", async ({ fault, trouble, troubleAlone = trouble }) => {
        await stage();
        for (let count = 0; count < bookings; count += 1) staged.book();
        if (bookings === 0) await bringUpToDate();
        if (replyLost) await loseReply();
        const isMeant = bookings === 0 ? isHandshake : isUpload;
        failFirst(2, isMeant, fault);
        const { sync, statuses } = staged.start();
        await until(() => sync.status().state === "up-to-date");
        expect(staged.waiting()).toBe(0);
        const troubles = statuses.map((status) => status.trouble).filter((seen) => seen !== null);
        const expected = bookings > 1 ? trouble : troubleAlone;
        expect(new Set(troubles)).toEqual(new Set(expected === null ? [] : [expected]));
        expect(sync.status().trouble).toBeNull();
        await staged.expectOnce();
      });
    });

    async function bringUpToDate(): Promise<void> {
      const { sync } = staged.start();
      await staged.drained();
      await sync.stop();
    }

    async function loseReply(): Promise<void> {
      failFirst(1, isUpload, { kind: "swallow-reply" });
      const { sync } = staged.start();
      await until(() => staged.proxy.handled.some(isUpload));
      await sync.stop();
    }

    test("I-18 a 413 halves the batch down to one event, and it grows again", async () => {
      await stage();
      for (let count = 0; count < 15; count += 1) staged.book();
      const sizes: number[] = [];
      let refusing = true;
      staged.proxy.decide((request) => {
        if (!isUpload(request)) return PASS;
        const size = eventsIn(request);
        sizes.push(size);
        if (size === 1) refusing = false;
        return refusing ? problem(413, "too-large") : PASS;
      });
      staged.start();
      await staged.drained();
      expect(sizes).toEqual([16, 8, 4, 2, 1, 15]);
      await staged.expectOnce();
    });

    test("I-18 at most 500 events and 1 MB at once, and one batch in flight", async () => {
      await stage();
      for (let count = 0; count < 1_200; count += 1) staged.station.book(1);
      staged.booked += 1_200;
      const started: number[] = [];
      staged.proxy.decide((request) => {
        if (isUpload(request)) started.push(staged.proxy.handled.filter(isUpload).length);
        return PASS;
      });
      staged.start();
      await staged.drained();
      const uploads = staged.proxy.requests.filter(isUpload);
      expect(uploads.map(eventsIn)).toEqual([500, 500, 201]);
      expect(Math.max(...uploads.map(({ raw }) => raw.length))).toBeLessThan(1_001_000);
      expect(started).toEqual(started.map((_, index) => index));
      await staged.expectOnce();
    });

    test("N6 old requests that come again, in any order and twice, change nothing", async () => {
      await stage();
      staged.start();
      for (let round = 0; round < 6; round += 1) {
        staged.book(round + 1);
        await staged.drained();
      }
      const random = seededRandom(6);
      const uploads = staged.proxy.requests.filter(isUpload);
      const again = [...uploads, ...uploads].sort(() => random() - 0.5);
      for (const request of again) expect(await staged.proxy.replay(request)).toMatch(/^HTTP\/1\.1 200/);
      await staged.expectOnce();
      staged.book(7);
      await staged.drained();
      await staged.expectOnce();
    });

    test("N6 a request held back by the network arrives after its successor", async () => {
      await stage();
      staged.book();
      let held: ProxiedRequest | undefined;
      staged.proxy.decide((request) => {
        if (!isUpload(request) || held !== undefined) return PASS;
        held = request;
        return { kind: "silence" };
      });
      staged.start({ transferTimeoutMs: 1_000 });
      await until(() => held !== undefined);
      staged.book();
      await staged.drained();
      if (held !== undefined) await staged.proxy.replay(held);
      staged.book();
      await staged.drained();
      await staged.expectOnce();
    });

    test("stop() ends promptly while a request hangs", async () => {
      await stage();
      staged.proxy.decide(() => ({ kind: "silence" }));
      const { sync } = staged.start();
      await until(() => staged.proxy.requests.some(isHandshake));
      await sync.stop();
      expect(staged.waiting()).toBe(1);
    });
  });
}

function eventsIn(request: ProxiedRequest): number {
  const body = request.raw.toString().slice(request.head.length + 4);
  return (JSON.parse(body) as { events: unknown[] }).events.length;
}
