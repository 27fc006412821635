import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import { type HttpBytes, HttpSplitter } from "./http-bytes.ts";
import { PartitionGate } from "./partition-gate.ts";

/** So many bytes at a time. */
export interface Pace {
  readonly bytes: number;
  readonly everyMs: number;
}

export const isUpload = (request: ProxiedRequest) => request.path.endsWith("/journal");
export const isHandshake = (request: ProxiedRequest) => request.path.includes("/handshake?");
export const isDirectivePull = (request: ProxiedRequest) => request.path.includes("/directives?");

/** What the proxy does with one request and its answer. */
export type Fault =
  | { readonly kind: "pass" }
  | { readonly kind: "delay"; readonly ms: number }
  /** Reset before anything reached the other side. */
  | { readonly kind: "drop-request" }
  /** Only the first bytes of the request arrive, then both sides are reset. */
  | { readonly kind: "cut-request"; readonly bytes: number }
  /** The other side answered in full; only the first bytes of that get through, then a reset. */
  | { readonly kind: "cut-reply"; readonly bytes: number }
  /** As cut-reply, but with an orderly end of the connection instead of a reset. */
  | { readonly kind: "half-close"; readonly bytes: number }
  /** The other side answered; the asker waits for ever. */
  | { readonly kind: "swallow-reply" }
  | { readonly kind: "trickle"; readonly pace: Pace }
  /** The request arrives twice; the answer to the second one gets through. */
  | { readonly kind: "twice" }
  /** Somebody else answers; nothing reaches the other side. */
  | { readonly kind: "answer"; readonly raw: string; readonly pace?: Pace }
  /** Nothing reaches the other side and nobody ever answers. */
  | { readonly kind: "silence" }
  /** The other side gets the request, somebody else's answer comes back. */
  | { readonly kind: "replace-reply"; readonly replace: (reply: string) => string };

export interface ProxiedRequest extends HttpBytes {
  /** Counted over the life of the proxy, from 0. */
  readonly index: number;
  readonly method: string;
  readonly path: string;
}

export type Decide = (request: ProxiedRequest) => Fault;

export const PASS: Fault = { kind: "pass" };

/**
 * A TCP proxy between a station and a real MES that fails on purpose, request by request. It is inside the process and
 * decides by a function, so a seed replays a run.
 */
export class ChaosProxy {
  /** Every whole request that arrived here, in order; may be sent again with `replay`. */
  readonly requests: ProxiedRequest[] = [];
  /** The same requests once their fault has run its course. */
  readonly handled: ProxiedRequest[] = [];
  #upstreamPort: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #toMes = new PartitionGate();
  readonly #toStation = new PartitionGate();
  #decide: Decide = () => PASS;
  #isRefusing = false;

  private constructor(upstreamPort: number) {
    this.#upstreamPort = upstreamPort;
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#serve(socket));
  }

  /** @param upstreamPort where requests go on to; 0 if every one is answered here */
  static async start(upstreamPort: number): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(upstreamPort);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on requests go to another server, as after a change of address. */
  lead(upstreamPort: number): void {
    this.#upstreamPort = upstreamPort;
    this.reset();
  }

  decide(decide: Decide): void {
    this.#decide = decide;
  }

  /** Holds bytes back, as a network does that will deliver them after it heals. "out": from the station. */
  partition(direction: "in" | "out" | "both"): void {
    if (direction !== "in") this.#toMes.close();
    if (direction !== "out") this.#toStation.close();
  }

  heal(): void {
    this.#isRefusing = false;
    this.#toMes.open();
    this.#toStation.open();
  }

  /** Resets what is open and every new connection until `heal`. */
  refuse(): void {
    this.#isRefusing = true;
    this.reset();
  }

  reset(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Sends a request of long ago again, as it was. @returns the whole answer as text */
  async replay(request: ProxiedRequest): Promise<string> {
    return (await this.#ask(request.raw)).toString();
  }

  async stop(): Promise<void> {
    this.heal();
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    // Both sides are cut all the time; what that means is seen by the station under test.
    socket.on("error", () => socket.destroy());
    return socket;
  }

  #serve(client: Socket): void {
    this.#keep(client);
    if (this.#isRefusing) {
      client.resetAndDestroy();
      return;
    }
    const splitter = new HttpSplitter();
    let previous: Promise<void> = Promise.resolve();
    client.on("end", () => client.end());
    client.on("data", (chunk) => {
      for (const message of splitter.feed(chunk)) {
        const request = this.#record(message);
        previous = previous
          .then(() => this.#handle(client, request))
          .then(() => {
            this.handled.push(request);
          })
          .catch(() => {
            client.resetAndDestroy();
          });
      }
    });
  }

  #record(message: HttpBytes): ProxiedRequest {
    const [method = "", path = ""] = message.head.split(" ", 2);
    const request = { ...message, index: this.requests.length, method, path };
    this.requests.push(request);
    return request;
  }

  async #handle(client: Socket, request: ProxiedRequest): Promise<void> {
    const fault = this.#decide(request);
    switch (fault.kind) {
      case "pass":
        if (/^accept:\s*text\/event-stream/im.test(request.head)) return await this.#stream(client, request);
        return await this.#reply(client, await this.#ask(request.raw));
      case "delay":
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        return await this.#reply(client, await this.#ask(request.raw));
      case "drop-request":
        client.resetAndDestroy();
        return;
      case "cut-request":
        await this.#askTorn(request.raw.subarray(0, fault.bytes));
        client.resetAndDestroy();
        return;
      case "cut-reply":
        await this.#reply(client, (await this.#ask(request.raw)).subarray(0, fault.bytes));
        client.resetAndDestroy();
        return;
      case "half-close":
        await this.#reply(client, (await this.#ask(request.raw)).subarray(0, fault.bytes));
        client.end();
        return;
      case "swallow-reply":
        await this.#ask(request.raw);
        return;
      case "trickle":
        return await this.#trickle(client, await this.#ask(request.raw), fault.pace);
      case "twice":
        await this.#ask(request.raw);
        return await this.#reply(client, await this.#ask(request.raw));
      case "answer":
        return fault.pace === undefined
          ? await this.#reply(client, Buffer.from(fault.raw))
          : await this.#trickle(client, Buffer.from(fault.raw), fault.pace);
      case "silence":
        return;
      case "replace-reply":
        return await this.#reply(
          client,
          Buffer.from(fault.replace((await this.#ask(request.raw)).toString())),
        );
      default:
        return unreachable(fault);
    }
  }

  async #reply(client: Socket, reply: Buffer): Promise<void> {
    await this.#toStation.passed();
    if (!client.writable || reply.length === 0) return;
    await new Promise<void>((resolve) => client.write(reply, () => resolve()));
  }

  async #trickle(client: Socket, reply: Buffer, pace: Pace): Promise<void> {
    for (let at = 0; at < reply.length && client.writable; at += pace.bytes) {
      await this.#reply(client, reply.subarray(at, at + pace.bytes));
      await new Promise((resolve) => setTimeout(resolve, pace.everyMs));
    }
  }

  /** @returns the whole answer; empty when the other side ended without one */
  async #ask(raw: Buffer): Promise<Buffer> {
    await this.#toMes.passed();
    const upstream = this.#keep(connect(this.#upstreamPort, "127.0.0.1"));
    const splitter = new HttpSplitter();
    const answer = new Promise<Buffer>((resolve) => {
      upstream.on("close", () => resolve(Buffer.alloc(0)));
      upstream.on("data", (chunk) => {
        const [reply] = splitter.feed(chunk);
        if (reply !== undefined) resolve(reply.raw);
      });
    });
    upstream.write(raw);
    const reply = await answer;
    upstream.destroy();
    return reply;
  }

  async #askTorn(part: Buffer): Promise<void> {
    await this.#toMes.passed();
    const upstream = this.#keep(connect(this.#upstreamPort, "127.0.0.1"));
    await new Promise<void>((resolve) => {
      upstream.on("close", () => resolve());
      upstream.write(part, () => upstream.resetAndDestroy());
    });
  }

  /** Server-sent events: bytes go through as they come, until either side ends. */
  async #stream(client: Socket, request: ProxiedRequest): Promise<void> {
    await this.#toMes.passed();
    const upstream = this.#keep(connect(this.#upstreamPort, "127.0.0.1"));
    client.on("close", () => upstream.destroy());
    upstream.write(request.raw);
    try {
      const bytes: AsyncIterable<Buffer> = upstream;
      for await (const chunk of bytes) await this.#reply(client, chunk);
    } finally {
      client.destroy();
    }
  }
}
