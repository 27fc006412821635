import type { Sha256 } from "../../shared/lib/ids.ts";
import { chainHash } from "../../shared/protocol/chain.ts";
import { GENESIS_HASH, type JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Upload } from "../../shared/protocol/messages.ts";
import { storableText } from "./storable-text.ts";

/**
 * Whether a batch is whole in itself: one epoch, dense from afterSeq (I-5), each entry chained to the one before it and
 * hashed as it claims (I-7). Looks at nothing that is stored.
 *
 * @returns what is wrong, in words for the log of the station; undefined when nothing is
 */
export function checkUpload(upload: Upload, sha256: Sha256): string | undefined {
  if (upload.afterSeq === 0 && upload.afterHash !== GENESIS_HASH)
    return "afterHash of seq 0 must be the genesis hash";
  const seen = new Set<string>();
  let previous = { seq: upload.afterSeq, hash: upload.afterHash };
  for (const entry of upload.events) {
    const fault = seen.has(entry.eventId)
      ? `eventId ${entry.eventId} appears twice`
      : (checkEntry(entry, upload.epoch, previous) ?? checkHash(entry, sha256));
    if (fault !== undefined) return `events[${entry.seq - upload.afterSeq - 1}]: ${fault}`;
    seen.add(entry.eventId);
    previous = entry;
  }
  return undefined;
}

function checkEntry(
  entry: JournalEntry,
  epoch: string,
  previous: { readonly seq: number; readonly hash: string },
): string | undefined {
  if (entry.epoch !== epoch) return `epoch ${entry.epoch} in a batch of epoch ${epoch}`;
  if (entry.seq !== previous.seq + 1) return `seq ${entry.seq} follows ${previous.seq}`;
  if (entry.prevHash !== previous.hash) return `prevHash is not the hash of seq ${previous.seq}`;
  return undefined;
}

function checkHash(entry: JournalEntry, sha256: Sha256): string | undefined {
  if (!Object.values(entry).every((value) => typeof value !== "string" || storableText(value)))
    return "text with a NUL character or half a character";
  return chainHash(entry, sha256) === entry.hash ? undefined : "hash does not match the content";
}
