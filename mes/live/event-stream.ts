import { PassThrough } from "node:stream";
import type { FastifyReply } from "fastify";

/** A reader this far behind does not read any more. */
const MOST_UNREAD_BYTES = 1_000_000;

export interface EventStream {
  /** Sends one server-sent event. A reader that does not keep up is cut off; it comes back and reads afresh. */
  send(event: string, data: object): void;
  keepAlive(): void;
  end(): void;
  /** Runs once, when either side has ended the stream. */
  onClosed(listener: () => void): void;
}

/** Answers a request with a stream of server-sent events. */
export function openEventStream(reply: FastifyReply): EventStream {
  const body = new PassThrough();
  // The reader goes away by destroying the pipe; that is how every stream ends, not a fault.
  body.on("error", () => undefined);
  const write = (text: string) => {
    if (body.destroyed) return;
    if (body.writableLength > MOST_UNREAD_BYTES) body.destroy();
    else body.write(text);
  };
  reply
    .type("text/event-stream; charset=utf-8")
    .header("cache-control", "no-store")
    .header("x-accel-buffering", "no");
  void reply.send(body);
  return {
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    keepAlive: () => write(": here\n\n"),
    end: () => void body.end(),
    onClosed: (listener) => void body.once("close", listener),
  };
}
