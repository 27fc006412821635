import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GENESIS_HASH } from "../../../shared/protocol/journal-entry.ts";
import type { Head, Verdict } from "../../../shared/protocol/messages.ts";
import type { Outbox } from "../sync/sync-ports.ts";

/** One implementation under the contract. */
export interface OutboxSubject {
  readonly outbox: Outbox;
  /** Records so many events in the current epoch. */
  append(count: number): void;
  /** Verdict kept for an entry; undefined if none or "applied". */
  verdictOf(epoch: string, seq: number): unknown;
  /** Closes and opens again what is durable; the same object if nothing is. */
  reopen(): OutboxSubject;
  close(): void;
}

/** What sync relies on, as rules that every outbox answers to. */
export function describeOutboxContract(name: string, open: () => OutboxSubject): void {
  describe(`outbox contract: ${name}`, () => {
    let subject: OutboxSubject;
    beforeEach(() => {
      subject = open();
    });
    afterEach(() => subject.close());

    const current = (): Head => {
      const head = subject.outbox.epochs().at(-1);
      if (head === undefined) throw new Error("An outbox has an epoch");
      return head;
    };
    const headAt = (seq: number): Head => {
      const { epoch } = current();
      return { epoch, seq, hash: subject.outbox.hashAt(epoch, seq) ?? "" };
    };

    test("I-5 a new outbox has one epoch whose first entry says why", () => {
      const { epoch, seq, hash } = current();
      const entries = subject.outbox.entriesAfter(epoch, 0, 10);
      expect(seq).toBe(1);
      expect(entries.map((entry) => entry.type)).toEqual(["epoch.opened"]);
      expect(entries[0]).toMatchObject({ seq: 1, prevHash: GENESIS_HASH, hash });
    });

    test("I-9 nothing is confirmed before the first acknowledgement", () => {
      const { epoch } = current();
      expect(subject.outbox.acknowledged(epoch)).toEqual({ epoch, seq: 0, hash: GENESIS_HASH });
      expect(subject.outbox.hashAt(epoch, 0)).toBe(GENESIS_HASH);
      expect(subject.outbox.mesIdentity()).toBeNull();
    });

    test("I-5 entries come dense, chained, after the asked one and no more than asked", () => {
      subject.append(9);
      const { epoch } = current();
      const entries = subject.outbox.entriesAfter(epoch, 4, 3);
      expect(entries.map((entry) => entry.seq)).toEqual([5, 6, 7]);
      expect(entries.map((entry) => entry.prevHash)).toEqual(
        [4, 5, 6].map((seq) => subject.outbox.hashAt(epoch, seq)),
      );
      expect(subject.outbox.entriesAfter(epoch, 10, 3)).toEqual([]);
      expect(subject.outbox.hashAt(epoch, 11)).toBeUndefined();
    });

    test("I-9 an acknowledgement moves the cursor and is there after a restart", () => {
      subject.append(4);
      const to = headAt(3);
      subject.outbox.saveAcknowledgement({ ...to, verdicts: [] });
      subject = subject.reopen();
      expect(subject.outbox.acknowledged(to.epoch)).toEqual(to);
      expect(current().seq).toBe(5);
    });

    test("I-16 verdicts that a person must see are kept, applied ones are not", () => {
      subject.append(4);
      const verdicts: Verdict[] = [
        { seq: 1, verdict: "applied" },
        { seq: 2, verdict: "rejected", code: "order-cancelled" },
        { seq: 3, verdict: "parked", code: "newer-version" },
        { seq: 4, verdict: "duplicate", of: "rejected", code: "unknown-order" },
      ];
      const to = headAt(4);
      subject.outbox.saveAcknowledgement({ ...to, verdicts });
      subject = subject.reopen();
      const kept = [1, 2, 3, 4].map((seq) => subject.verdictOf(to.epoch, seq) !== undefined);
      expect(kept).toEqual([false, true, true, true]);
    });

    test("I-16 the same verdicts once more change nothing", () => {
      subject.append(1);
      const to = headAt(2);
      const verdicts: Verdict[] = [
        { seq: 1, verdict: "applied" },
        { seq: 2, verdict: "rejected", code: "order-cancelled" },
      ];
      subject.outbox.saveAcknowledgement({ ...to, verdicts });
      const first = subject.verdictOf(to.epoch, 2);
      subject.outbox.saveAcknowledgement({ ...to, verdicts });
      expect(subject.verdictOf(to.epoch, 2)).toEqual(first);
      expect(subject.outbox.acknowledged(to.epoch)).toEqual(to);
    });

    test("I-9 an acknowledgement beyond what exists is refused and changes nothing", () => {
      subject.append(1);
      const { epoch } = current();
      const beyond = { epoch, seq: 3, hash: "f".repeat(64), verdicts: [] };
      expect(() => subject.outbox.saveAcknowledgement(beyond)).toThrow();
      expect(subject.outbox.acknowledged(epoch).seq).toBe(0);
    });

    test("I-11 rewind puts the cursor back, also to the beginning, and stays there after a restart", () => {
      subject.append(4);
      subject.outbox.saveAcknowledgement({ ...headAt(5), verdicts: [] });
      const to = headAt(2);
      subject.outbox.rewind(to);
      subject = subject.reopen();
      expect(subject.outbox.acknowledged(to.epoch)).toEqual(to);
      subject.outbox.rewind(headAt(0));
      expect(subject.outbox.acknowledged(to.epoch)).toEqual({ ...to, seq: 0, hash: GENESIS_HASH });
    });

    test("I-12 a new epoch begins at 1, names the old end and keeps the old entries", () => {
      subject.append(4);
      const old = current();
      const previous = { epoch: old.epoch, seq: 40, hash: "f".repeat(64) };
      const epoch = subject.outbox.openEpoch("mes-ahead", previous);
      subject = subject.reopen();
      expect(subject.outbox.epochs().map((head) => [head.epoch, head.seq])).toEqual([
        [old.epoch, 5],
        [epoch, 1],
      ]);
      const [opened] = subject.outbox.entriesAfter(epoch, 0, 1);
      expect(JSON.parse(opened?.payload ?? "null")).toMatchObject({
        cause: "mes-ahead",
        previousEpoch: old.epoch,
        previousSeq: 40,
      });
      subject.append(1);
      expect(current()).toMatchObject({ epoch, seq: 2 });
      expect(subject.outbox.entriesAfter(old.epoch, 0, 10)).toHaveLength(5);
    });

    test("I-10 an epoch confirmed to its end is still there for a MES that was restored", () => {
      subject.append(2);
      const old = current();
      subject.outbox.openEpoch("mes-ahead", old);
      subject.outbox.saveAcknowledgement({ ...old, verdicts: [] });
      subject = subject.reopen();
      expect(subject.outbox.epochs().map((head) => head.epoch)).toContain(old.epoch);
    });

    test("I-11 the MES's identity is there after a restart, with its newest life", () => {
      const [mesId, first, second] = [randomUUID(), randomUUID(), randomUUID()];
      subject.outbox.saveMesIdentity({ mesId, mesEpoch: first });
      subject.outbox.saveMesIdentity({ mesId, mesEpoch: second });
      subject = subject.reopen();
      expect(subject.outbox.mesIdentity()).toEqual({ mesId, mesEpoch: second });
    });
  });
}
