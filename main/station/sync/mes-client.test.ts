import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CAPTIVE_PORTAL, emptyHandshake } from "../testing/canned-answers.ts";
import { ChaosProxy, type Fault } from "../testing/chaos-proxy.ts";
import { FakeTime } from "../testing/fake-time.ts";
import { httpAnswer, jsonAnswer } from "../testing/http-bytes.ts";
import { until } from "../testing/until.ts";
import { createMesClient, type MesClient } from "./mes-client.ts";

const EPOCH = randomUUID();
const whole = JSON.stringify(emptyHandshake(EPOCH));
const json = { "content-type": "application/json" };
const answer = (raw: string): Fault => ({ kind: "answer", raw });

const notTheMes: readonly (readonly [string, string])[] = [
  ["a captive portal's page", CAPTIVE_PORTAL],
  ["our JSON as text/html", httpAnswer(200, { "content-type": "text/html" }, whole)],
  ["our JSON without content type", httpAnswer(200, {}, whole)],
  [
    "our JSON as something that only begins like JSON",
    httpAnswer(200, { "content-type": "application/json5" }, whole),
  ],
  ["JSON that ends early", httpAnswer(200, json, whole.slice(0, -20))],
  ["nothing", httpAnswer(200, json, "")],
  ["JSON of another shape", jsonAnswer(200, { status: "ok" })],
  ["a handshake with a property too many", jsonAnswer(200, { ...emptyHandshake(EPOCH), extra: 1 })],
  [
    "a handshake with a hash that is none",
    jsonAnswer(200, { ...emptyHandshake(EPOCH), head: { epoch: EPOCH, seq: 0, hash: "0" } }),
  ],
  ["a handshake under 202", jsonAnswer(202, emptyHandshake(EPOCH))],
  ["a redirect to a sign-in page", httpAnswer(302, { location: "http://127.0.0.1:9/portal" }, "")],
  ["an answer without end", httpAnswer(200, json, `"${"x".repeat(8_100_000)}"`)],
];

describe("MES client", () => {
  const going = new AbortController().signal;
  let proxy: ChaosProxy;
  beforeEach(async () => {
    proxy = await ChaosProxy.start(0);
  });
  afterEach(() => proxy.stop());

  const client = (timeoutMs = 20_000) =>
    createMesClient({
      mesUrl: proxy.url,
      stationId: "WS 14/b",
      token: "secret",
      clock: new FakeTime().clock,
      shortTimeoutMs: timeoutMs,
      transferTimeoutMs: timeoutMs,
    });

  test("N3 the MES's own answer is taken, asked for by name and with the token", async () => {
    proxy.decide(() => answer(jsonAnswer(200, emptyHandshake(EPOCH))));
    expect(await client().handshake(EPOCH, going)).toEqual(emptyHandshake(EPOCH));
    const [request] = proxy.requests;
    expect(request?.path).toBe(`/api/v1/stations/WS%2014%2Fb/handshake?epoch=${EPOCH}`);
    expect(request?.head).toMatch(/^authorization: Bearer secret$/im);
  });

  test.each(notTheMes)("N3 %s is not an answer of the MES", async (_name, raw) => {
    proxy.decide(() => answer(raw));
    await expect(client().handshake(EPOCH, going)).rejects.toMatchObject({
      name: "MesError",
      code: "not-mes",
    });
    expect(proxy.requests).toHaveLength(1);
  });

  const cutOff: readonly (readonly [string, number, (asking: MesClient) => Promise<unknown>])[] = [
    ["an answer", 200, (asking) => asking.handshake(EPOCH, going)],
    ["a refusal", 503, (asking) => asking.handshake(EPOCH, going)],
    ["the refusal of a stream", 503, (asking) => asking.openDirectiveStream(going)],
  ];
  test.each(cutOff)("N3 %s that is cut off is a network error with its cause", async (_name, status, ask) => {
    proxy.decide(() => answer(httpAnswer(status, { ...json, "content-length": "900" }, whole)));
    const failing = ask(client());
    const [error] = await Promise.all([failing.catch((reason: unknown) => reason), cutWhenAsked()]);
    expect(error).toMatchObject({ code: "network", cause: { code: "ECONNRESET" } });
  });

  test("N3 I-17 whoever answers by another protocol (101) leaves nobody waiting", async () => {
    proxy.decide(() =>
      answer("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n"),
    );
    await expect(client().handshake(EPOCH, going)).rejects.toMatchObject({ code: "network" });
    await expect(client().openDirectiveStream(going)).rejects.toMatchObject({ code: "network" });
  });

  async function cutWhenAsked(): Promise<void> {
    await until(() => proxy.handled.length > 0); // what there is of the answer has been sent
    proxy.reset();
  }

  test("N2 a port where nobody listens is a network error", async () => {
    const gone = await ChaosProxy.start(0);
    const { url } = gone;
    await gone.stop();
    const lost = createMesClient({ mesUrl: url, stationId: "WS-14", token: "", clock: new FakeTime().clock });
    await expect(lost.handshake(EPOCH, going)).rejects.toMatchObject({ code: "network" });
  });

  test("N4 an answer that trickles in for ever ends at the total time", async () => {
    proxy.decide(() => ({
      kind: "answer",
      raw: jsonAnswer(200, emptyHandshake(EPOCH)),
      pace: { bytes: 1, everyMs: 25 },
    }));
    await expect(client(300).handshake(EPOCH, going)).rejects.toMatchObject({ code: "timeout" });
  });

  test("N4 no answer at all ends at the total time", async () => {
    proxy.decide(() => ({ kind: "silence" }));
    await expect(client(50).directives(0, going)).rejects.toMatchObject({ code: "timeout" });
  });

  test("stop() ends a request that hangs, with the reason of the stop", async () => {
    proxy.decide(() => ({ kind: "silence" }));
    const stopping = new AbortController();
    const hanging = client().handshake(EPOCH, stopping.signal);
    stopping.abort(new Error("stopping"));
    await expect(hanging).rejects.toThrow("stopping");
  });

  test("N3 a stream of another content type is refused", async () => {
    const html = await ChaosProxy.start(0);
    html.decide(() => answer(CAPTIVE_PORTAL));
    const lost = createMesClient({
      mesUrl: html.url,
      stationId: "WS-14",
      token: "",
      clock: new FakeTime().clock,
    });
    await expect(lost.openDirectiveStream(going)).rejects.toMatchObject({ code: "not-mes" });
    await html.stop();
  });
});
