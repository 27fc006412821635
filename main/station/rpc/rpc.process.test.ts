import { randomUUID } from "node:crypto";
import { createConnection, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { good, goToWork, screenOf } from "../testing/at-work.ts";
import {
  codeOf,
  journalOf,
  type Running,
  screen,
  startRunning,
  station,
  tool,
  use,
} from "../testing/running-station.ts";
import { connectScreen, connectTo, type StationClient } from "../testing/screen-client.ts";
import { prepareData, runStation } from "../testing/station-process.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { until } from "../testing/until.ts";

/** A client that must not get in: it is turned away, and whatever it asks is not answered. */
async function expectShutOut(client: StationClient): Promise<void> {
  const asked = codeOf(client.rpc.orders.resume.mutate({ intentId: randomUUID() }));
  expect(["UNAUTHORIZED", "cut off", "turned away"]).toContain(
    await Promise.race([asked, client.turnedAway]),
  );
  await client.turnedAway;
}

describe("one intent, one booking", () => {
  test("O1 50 taps of one form within a second are one booking, over one client or over several at once", async () => {
    const at = await station();
    const first = screen(at);
    const clients = [first, screen(at), screen(at)] as const;
    await goToWork(first);
    const input = good(7);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, tap) => (clients[tap % 3] ?? first).rpc.orders.reportGood.mutate(input)),
    );
    expect(new Set(answers.map((answer) => answer.ok === true && answer.eventId)).size).toBe(1);
    expect(answers.filter((answer) => answer.ok === true && !answer.repeated)).toHaveLength(1);
    expect((await screenOf(first)).order).toMatchObject({ good: 7 });
    expect((await journalOf(at)).filter(({ type }) => type === "quantity.reported")).toHaveLength(1);
  });

  test("O1 a PIN entered twice at the same moment signs in once and fails nowhere", async () => {
    const at = await station();
    const client = screen(at);
    const input = { intentId: randomUUID(), personId: "P-1001", pin: "1234" };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client.rpc.session.signInWithPin.mutate(input)),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect((await journalOf(at)).filter(({ type }) => type === "person.signed-in")).toHaveLength(1);
  });

  test("K6 O1 one scan sent again is answered with its own verdict, not judged anew", async () => {
    const at = await station();
    const client = screen(at);
    const badge = { intentId: randomUUID(), raw: "BG1001" };
    const first = await client.rpc.scan.submit.mutate(badge);
    expect(first).toMatchObject({ outcome: "signed-in" });
    await client.rpc.scan.submit.mutate({ intentId: randomUUID(), raw: "LT88213" });
    expect(await client.rpc.scan.submit.mutate(badge)).toEqual(first);
    expect((await screenOf(client)).people.signedIn).toHaveLength(1);
  });
});

describe("sign-in", () => {
  test("L1 many wrong PINs at once are tried one after another and paused after the fifth", async () => {
    const at = await station();
    const client = screen(at);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, guess) =>
        client.rpc.session.signInWithPin.mutate({
          intentId: randomUUID(),
          personId: "P-1001",
          pin: String(2000 + guess),
        }),
      ),
    );
    const codes = answers.map((answer) => (answer.ok ? "in" : answer.refusal.code));
    expect(codes).toEqual([...Array<string>(5).fill("wrong-pin"), ...Array<string>(25).fill("pin-paused")]);
    expect(await client.rpc.scan.submit.mutate({ intentId: randomUUID(), raw: "BG1001" })).toMatchObject({
      outcome: "signed-in",
    });
  });

  test("L1 kill -9 after five wrong PINs gives no new tries, and a badge still works", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    const signIn = (client: StationClient, pin: string) =>
      client.rpc.session.signInWithPin.mutate({ intentId: randomUUID(), personId: "P-1001", pin });
    const first = await runStation({ dataFolder });
    for (let guess = 2000; guess < 2005; guess += 1) {
      expect(await signIn(screen(first), String(guess))).toMatchObject({ refusal: { code: "wrong-pin" } });
    }
    first.kill();
    await first.ended;
    const second = screen(await runStation({ dataFolder }));
    expect(await signIn(second, "1234")).toMatchObject({ ok: false, refusal: { code: "pin-paused" } });
    expect((await screenOf(second)).people.pinPausedUntilUtc).not.toBeNull();
    expect(await second.rpc.scan.submit.mutate({ intentId: randomUUID(), raw: "BG1001" })).toMatchObject({
      outcome: "signed-in",
    });
  });

  test("an unknown person and a wrong PIN are refused in the words of the screen", async () => {
    const client = screen(await station());
    const signIn = (personId: string, pin: string) =>
      client.rpc.session.signInWithPin.mutate({ intentId: randomUUID(), personId, pin });
    expect(await signIn("P-9999", "1234")).toMatchObject({ ok: false, refusal: { code: "unknown-person" } });
    expect(await signIn("P-1001", "9999")).toMatchObject({ ok: false, refusal: { code: "wrong-pin" } });
    expect(await signIn("P-1001", "1234")).toMatchObject({ ok: true });
  });
});

describe("the door", () => {
  let at: Running;
  beforeAll(async () => {
    at = await startRunning();
  });
  afterAll(() => at.stop());

  test.each([
    ["a web page", { origin: "https://evil.example" }],
    ["a page from a file", { origin: "null" }],
    ["another app:// page", { origin: "app://other" }],
    ["a subdomain trick", { origin: "app://terminal.evil.example" }],
    ["a rebound name", { host: "evil.example" }],
    ["localhost by name", { host: "localhost" }],
  ])("L4 %s does not even get a socket", async (_who, disguise) => {
    const host = "host" in disguise ? { host: `${disguise.host}:${new URL(at.url).port}` } : {};
    const client = use(connectTo({ url: at.url, token: at.screenToken, ...disguise, ...host }));
    await expectShutOut(client);
    expect(await journalOf(at)).toHaveLength(1);
  });

  test.each([
    ["no token", () => undefined],
    ["an empty token", () => ""],
    ["a guessed token", () => "A".repeat(43)],
    ["the tools' token with the screen's origin", (at: Running) => at.toolToken],
  ])("L4 the screen's origin with %s is shut out", async (_what, tokenOf) => {
    await expectShutOut(use(connectTo({ url: at.url, token: tokenOf(at) })));
  });

  test("L4 the screen's token without the screen's origin is shut out", async () => {
    await expectShutOut(use(connectTo({ url: at.url, token: at.screenToken, origin: null })));
  });

  test("L4 a token of the run before is shut out", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    const first = await runStation({ dataFolder });
    first.kill();
    await first.ended;
    const second = await runStation({ dataFolder });
    await expectShutOut(use(connectTo({ url: second.url, token: first.screenToken })));
  });

  test("L4 tools may not do what the screen does, and the screen not what tools do", async () => {
    expect(await codeOf(tool(at).rpc.orders.resume.mutate({ intentId: randomUUID() }))).toBe("FORBIDDEN");
    expect(await codeOf(screen(at).rpc.tool.verify.query())).toBe("FORBIDDEN");
    expect(await tool(at).rpc.tool.verify.query()).toMatchObject({ ok: true });
  });

  test("L4 a frame beyond 256 KB ends that client and nothing else", async () => {
    const big = screen(at);
    const raw = "x".repeat(300 * 1024);
    void codeOf(big.rpc.scan.submit.mutate({ intentId: randomUUID(), raw }));
    await big.turnedAway;
    expect((await screenOf(screen(at))).order).toBeNull();
  });

  test("L4 eight clients get in, the ninth does not, and does when one has left", async () => {
    // A station of its own: clients of the tests before may still be on their way out of the common one.
    const fresh = await station();
    const eight = Array.from({ length: 8 }, () => screen(fresh));
    for (const client of eight) await screenOf(client);
    await expectShutOut(screen(fresh));
    await eight[0]?.close();
    await until(async () => {
      const next = connectScreen(fresh);
      const code = await codeOf(next.rpc.orders.resume.mutate({ intentId: randomUUID() }));
      await next.close().catch(() => undefined);
      return code === "answered";
    });
  });

  test("L4 sockets that show no token never keep the screen out, and are cut off", async () => {
    const knocking = Array.from({ length: 40 }, () => new WebSocket(at.url));
    const closed = knocking.map(
      (socket) =>
        new Promise<void>((resolve) => {
          socket.on("error", () => undefined);
          socket.once("close", () => resolve());
        }),
    );
    expect((await screenOf(screen(at))).order).toBeNull();
    await Promise.all(closed);
  });

  test("L4 connections that never finish their request (slow-loris) never keep the screen out, and are cut off", async () => {
    const port = Number(new URL(at.url).port);
    const slow = Array.from({ length: 60 }, () => createConnection(port, "127.0.0.1"));
    const closed = slow.map((socket) => endOfSlow(socket));
    expect((await screenOf(screen(at))).order).toBeNull();
    await Promise.all(closed);
  });

  test("L4 plain HTTP and rubbish get no data and do no harm", async () => {
    const answer = await fetch(at.url.replace("ws:", "http:"));
    expect([answer.status, await answer.text()]).toEqual([404, ""]);
    const rubbish = use(connectTo({ url: at.url, token: at.screenToken }));
    await screenOf(rubbish);
    const raw = new WebSocket(`${at.url}?connectionParams=1`, { origin: "app://terminal" });
    raw.on("error", () => undefined);
    await new Promise((resolve) => raw.once("open", resolve));
    for (const text of [
      "",
      "{",
      "null",
      "[]",
      '{"id":1}',
      '{"method":"connectionParams"}',
      "\u0000",
      "[".repeat(10_000),
    ]) {
      raw.send(text);
    }
    expect((await screenOf(screen(at))).order).toBeNull();
    raw.terminate();
  });
});

function endOfSlow(socket: Socket): Promise<void> {
  socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
  socket.on("error", () => undefined);
  return new Promise((resolve) => {
    socket.once("close", () => resolve());
    socket.resume();
  });
}
