import Fastify from "fastify";
import { expect, test } from "vitest";
import { admitUploads } from "./admit-uploads.ts";

const none = { mostAtOnce: 0, mostWaiting: 0, longestWaitMs: 0 };
const one = { ...none, mostAtOnce: 1 };

/** A route that works on what it is sent until it is told to finish. */
function uploadsTo(lanes: Parameters<typeof admitUploads>[0]) {
  const admission = admitUploads(lanes);
  const app = Fastify();
  const started = Promise.withResolvers<void>();
  const finished = Promise.withResolvers<void>();
  app.post<{ Params: { stationId: string } }>("/:stationId", { onRequest: admission.admit }, (request) =>
    admission.hold(request, async () => {
      if (request.params.stationId === "slow") {
        started.resolve();
        await finished.promise;
      }
      return { done: true };
    }),
  );
  const send = async (stationId: string, text = "") =>
    await app.inject({ method: "POST", url: `/${stationId}`, payload: { text } });
  return { send, started: started.promise, finish: finished.resolve };
}

test("N12 without a place: 503, and when to come again", async () => {
  const { send } = uploadsTo({ small: none, large: one });
  const refused = await send("WS-1");
  expect(refused.statusCode).toBe(503);
  expect(refused.headers["retry-after"]).toBe("2");
  expect(refused.json()).toMatchObject({ error: { code: "internal" } });
});

test("N12 a small upload has a place of its own beside large ones, and a large one none in its lane", async () => {
  const { send } = uploadsTo({ small: one, large: none });
  expect((await send("WS-1")).statusCode).toBe(200);
  expect((await send("WS-1", "x".repeat(40_000))).statusCode).toBe(503);
});

test("N12 a place is free again when the work is done", async () => {
  const { send, started, finish } = uploadsTo({ small: one, large: none });
  const slow = send("slow");
  await started;
  expect((await send("WS-1")).statusCode).toBe(503);
  finish();
  expect((await slow).statusCode).toBe(200);
  expect((await send("WS-1")).statusCode).toBe(200);
  expect((await send("WS-1")).statusCode).toBe(200);
});
