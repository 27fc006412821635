import type { FastifyInstance, FastifyReply } from "fastify";
import { type EventStream, openEventStream } from "./event-stream.ts";

const KEEP_ALIVE_MS = 15_000;

/** All open event streams of the server: kept alive together, ended when it closes. */
export interface StreamRegistry {
  open(reply: FastifyReply): EventStream;
}

export function createStreamRegistry(app: FastifyInstance): StreamRegistry {
  const streams = new Set<EventStream>();
  const timer = setInterval(() => {
    for (const stream of streams) stream.keepAlive();
  }, KEEP_ALIVE_MS);
  timer.unref();
  app.addHook("preClose", async () => {
    clearInterval(timer);
    for (const stream of streams) stream.end();
  });
  return {
    open: (reply) => {
      const stream = openEventStream(reply);
      streams.add(stream);
      stream.onClosed(() => streams.delete(stream));
      return stream;
    },
  };
}
