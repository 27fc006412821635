import type { Actor, Draft } from "../../../shared/domain/event.ts";
import { eventVersion } from "../../../shared/domain/event-versions.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import type { NewId, Sha256 } from "../../../shared/lib/ids.ts";
import { chainHash } from "../../../shared/protocol/chain.ts";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { Head } from "../../../shared/protocol/messages.ts";

export interface Envelope {
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly intentId: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly mesOffsetMs: number | null;
  /** Where what says nothing else happened. */
  readonly workUnit: string;
}

/**
 * Turns drafts into the next entries of the chain. The first carries the intent itself; those that follow from it carry
 * the intent with a number, so the column stays UNIQUE and one intent is one booking (I-3, I-5).
 */
export function seal(head: Head, drafts: readonly Draft[], envelope: Envelope): readonly JournalEntry[] {
  const entries: JournalEntry[] = [];
  let { seq, hash } = head;
  for (const [index, draft] of drafts.entries()) {
    seq += 1;
    const unsealed = {
      epoch: head.epoch,
      seq,
      eventId: envelope.newId(),
      intentId: index === 0 ? envelope.intentId : `${envelope.intentId}/${index + 1}`,
      type: draft.type,
      version: eventVersion(draft.type),
      atUtc: envelope.at.atUtc,
      monoNs: envelope.at.monoNs,
      bootId: envelope.at.bootId,
      mesOffsetMs: envelope.mesOffsetMs,
      clockState: envelope.at.clockState,
      actor: envelope.actor.personId,
      auth: envelope.actor.auth,
      workUnit: draft.workUnit ?? envelope.workUnit,
      jobOrder: draft.jobOrder,
      payload: JSON.stringify(draft.payload),
      prevHash: hash,
    };
    hash = chainHash(unsealed, envelope.sha256);
    entries.push({ ...unsealed, hash });
  }
  return entries;
}
