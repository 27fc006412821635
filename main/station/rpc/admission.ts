/** What of a socket is needed to let it go. */
interface Client {
  close(code: number, reason: string): void;
  terminate(): void;
  once(event: "close", listener: () => void): void;
}

/** The screen, a reload of it, and a few tools; more is an attack or a leak. */
const MAX_ADMITTED = 8;
/** Sockets that have shown no token yet. They have their own room, so that they can never keep the screen out (L4). */
const MAX_KNOCKING = 16;
/** Whoever has not shown a token by then is cut off. */
const TOKEN_TIMEOUT_MS = 5_000;

export interface Admission<Knocker extends Client> {
  /** A socket is open and has shown nothing yet. The one that has waited longest goes when there are too many. */
  knock(client: Knocker): void;
  /** Its token is good. @returns false when there is no room for another client */
  admit(client: Knocker): boolean;
}

export function createAdmission<Knocker extends Client>(): Admission<Knocker> {
  const admitted = new Set<Knocker>();
  const knocking = new Map<Knocker, NodeJS.Timeout>();
  const forget = (client: Knocker): void => {
    clearTimeout(knocking.get(client));
    knocking.delete(client);
  };
  return {
    knock(client) {
      const timer = setTimeout(() => client.close(4401, "No valid token"), TOKEN_TIMEOUT_MS);
      knocking.set(client, timer);
      client.once("close", () => {
        forget(client);
        admitted.delete(client);
      });
      const [longest] = knocking.keys();
      if (knocking.size > MAX_KNOCKING) longest?.terminate();
    },
    admit(client) {
      if (admitted.size >= MAX_ADMITTED || !knocking.has(client)) return admitted.has(client);
      forget(client);
      admitted.add(client);
      return true;
    },
  };
}
