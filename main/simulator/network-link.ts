import { connect, createServer, type Server, type Socket } from "node:net";
import { lastingPort } from "./lasting-port.ts";

/**
 * open: bytes pass. cut: connections break and new ones are refused. frozen: everything hangs, as with a pulled cable.
 * hung: the machine takes connections and requests, and answers nothing.
 */
export type LinkState = "open" | "cut" | "frozen" | "hung";

/** A piece of network in front of a server, to be interrupted at will. */
export interface NetworkLink {
  readonly port: number;
  readonly state: LinkState;
  /** What the machine has sent into a frozen network. */
  readonly heldBytes: number;
  set(state: LinkState): Promise<void>;
  /** Breaks what is connected now, as when the machine loses its power. */
  drop(): void;
  close(): Promise<void>;
}

/**
 * @param port 0: any free one, which stays free while the network is cut
 * @param targetPort asked at each connection, so that the server may move
 */
export async function openNetworkLink(port: number, targetPort: () => number): Promise<NetworkLink> {
  const pairs = new Set<Pair>();
  const server = createServer((near) => {
    const pair = [near, connect(targetPort(), "127.0.0.1")] as const;
    join(pair, pairs, () => state !== "hung");
    if (state === "frozen") freeze(pair);
  });
  let state: LinkState = "open";
  const ownPort = port === 0 ? await lastingPort() : port;
  await listen(server, ownPort);
  return {
    port: ownPort,
    get state() {
      return state;
    },
    get heldBytes() {
      return [...pairs].reduce((sum, [, far]) => sum + far.readableLength, 0);
    },
    set: async (wanted) => {
      const before = state;
      state = wanted;
      if (before === "hung" && wanted !== "hung") breakOff(pairs); // what was swallowed is missing in the stream
      if (wanted === "cut") await stopListening(server, pairs);
      else if (before === "cut") await listen(server, ownPort);
      for (const pair of pairs) {
        if (wanted === "frozen") freeze(pair);
        else thaw(pair);
      }
    },
    drop: () => breakOff(pairs),
    close: async () => {
      if (state !== "cut") await stopListening(server, pairs);
    },
  };
}

/** The connection of a client to this link, and of this link to the server. */
type Pair = readonly [near: Socket, far: Socket];

function join(pair: Pair, pairs: Set<Pair>, answers: () => boolean): void {
  const [near, far] = pair;
  pairs.add(pair);
  const end = () => {
    pairs.delete(pair);
    near.destroy();
    far.destroy();
  };
  near.on("data", (bytes) => answers() && far.write(bytes));
  far.on("data", (bytes) => answers() && near.write(bytes));
  for (const socket of pair) socket.on("close", end).on("error", end); // a broken connection is what this is for
}

function freeze(pair: Pair): void {
  for (const socket of pair) socket.pause();
}

function thaw(pair: Pair): void {
  for (const socket of pair) socket.resume();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function stopListening(server: Server, pairs: ReadonlySet<Pair>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    breakOff(pairs);
  });
}

function breakOff(pairs: ReadonlySet<Pair>): void {
  for (const [near, far] of pairs) {
    near.resetAndDestroy();
    far.destroy();
  }
}
