import type { Sha256 } from "../lib/ids.ts";
import type { UnsealedEntry } from "./journal-entry.ts";

/**
 * The canonical text of an entry: a JSON array of its columns in this order, without white space. An array has no key
 * order to disagree about, and `payload` enters as the text it is. Any change here forks every chain: the test
 * vectors in chain.test.ts pin it.
 */
export function canonicalText(entry: UnsealedEntry): string {
  return JSON.stringify([
    entry.epoch,
    entry.seq,
    entry.eventId,
    entry.intentId,
    entry.type,
    entry.version,
    entry.atUtc,
    entry.monoNs,
    entry.bootId,
    entry.mesOffsetMs,
    entry.clockState,
    entry.actor,
    entry.auth,
    entry.workUnit,
    entry.jobOrder,
    entry.payload,
  ]);
}

/** h(n) = SHA-256(h(n-1) ‖ canonical text), as lower-case hex. */
export function chainHash(entry: UnsealedEntry, sha256: Sha256): string {
  return sha256(entry.prevHash + canonicalText(entry));
}
