import { connect, createServer, type Server, type Socket } from "node:net";

/** open: bytes pass. cut: connections break and new ones are refused. frozen: everything hangs, as with a pulled cable. */
export type LinkState = "open" | "cut" | "frozen";

/** A piece of network in front of a server, to be interrupted at will. */
export interface NetworkLink {
  readonly port: number;
  readonly state: LinkState;
  set(state: LinkState): Promise<void>;
  close(): Promise<void>;
}

/** @param targetPort asked at each connection, so that the server may move */
export async function openNetworkLink(port: number, targetPort: () => number): Promise<NetworkLink> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => join(near, connect(targetPort(), "127.0.0.1"), pairs, () => state));
  let state: LinkState = "open";
  const listeningPort = await listen(server, port);
  return {
    port: listeningPort,
    get state() {
      return state;
    },
    set: async (wanted) => {
      const before = state;
      state = wanted;
      if (wanted === "cut") await stopListening(server, pairs);
      else if (before === "cut") await listen(server, listeningPort);
      for (const pair of pairs) for (const end of pair) wanted === "frozen" ? end.pause() : end.resume();
    },
    close: async () => {
      if (state !== "cut") await stopListening(server, pairs);
    },
  };
}

function join(
  near: Socket,
  far: Socket,
  pairs: Set<readonly [Socket, Socket]>,
  stateNow: () => LinkState,
): void {
  const pair = [near, far] as const;
  pairs.add(pair);
  const end = () => {
    pairs.delete(pair);
    near.destroy();
    far.destroy();
  };
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on("data", (bytes) => to.write(bytes));
    from.on("close", end);
    from.on("error", end); // a broken connection is what this link is for
    if (stateNow() === "frozen") from.pause();
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function stopListening(server: Server, pairs: ReadonlySet<readonly [Socket, Socket]>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
  });
}
