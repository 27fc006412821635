import type { TLSSocket } from "node:tls";
import type { MesLog } from "../mes-log.ts";

const AGAIN_AFTER_MS = 3_600_000;
const MOST_KEPT = 1_000;

/**
 * Tells of connections that did not come to be secured: a station that speaks http, one that does not trust this certificate,
 * one with TLS 1.1. Each address and reason once an hour, since a station tries again every few seconds.
 */
export function createHandshakeLog(log: MesLog, nowMs: () => number) {
  const toldMs = new Map<string, number>();
  return (error: Error, socket: Pick<TLSSocket, "remoteAddress">): void => {
    const code = "code" in error ? String(error.code) : error.message;
    if (code === "ECONNRESET") return; // whoever only looked whether the port is open, or went away
    const from = socket.remoteAddress ?? "somebody who is gone";
    const key = `${from} ${code}`;
    const now = nowMs();
    if (now - (toldMs.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_AFTER_MS) return;
    if (toldMs.size >= MOST_KEPT) toldMs.clear();
    toldMs.set(key, now);
    log.warn({ from, code }, "no secured connection came about");
  };
}
