import { createHash, randomUUID } from "node:crypto";
import { chainHash } from "../../../shared/protocol/chain.ts";
import {
  GENESIS_HASH,
  type JournalEntry,
  type UnsealedEntry,
} from "../../../shared/protocol/journal-entry.ts";
import type { Head, Verdict } from "../../../shared/protocol/messages.ts";
import type { ConfirmedHead, MesIdentity, Outbox } from "../sync/sync-ports.ts";

/** What a test says of a new entry; the rest is filled in. */
export type Draft = Partial<Pick<UnsealedEntry, "type" | "version" | "jobOrder" | "payload" | "eventId">>;

interface Epoch {
  readonly id: string;
  readonly entries: JournalEntry[];
  acknowledged: Head;
}

interface State {
  readonly epochs: readonly Epoch[];
  readonly identity: MesIdentity | null;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** An outbox that behaves like the one on SQLite, with a journal that tests can write, copy and roll back. */
export class MemoryOutbox implements Outbox {
  /** Every acknowledgement that was saved, in order. */
  readonly saved: ConfirmedHead[] = [];
  readonly #workUnit: string;
  #epochs: Epoch[] = [];
  #identity: MesIdentity | null = null;
  #verdicts = new Map<string, Verdict>();

  constructor(workUnit = "CNC-2") {
    this.#workUnit = workUnit;
    this.#startEpoch({ cause: "first-start", previousEpoch: null, previousSeq: null });
  }

  /** Records one event in the current epoch. */
  append(draft: Draft = {}): JournalEntry {
    const epoch = this.#current();
    const previous = epoch.entries.at(-1);
    const unsealed: UnsealedEntry = {
      epoch: epoch.id,
      seq: epoch.entries.length + 1,
      eventId: randomUUID(),
      intentId: randomUUID(),
      type: "quantity.reported",
      version: 1,
      atUtc: new Date().toISOString(),
      monoNs: process.hrtime.bigint().toString(),
      bootId: "boot-1",
      mesOffsetMs: null,
      clockState: "trusted",
      actor: "P-1001",
      auth: "badge",
      workUnit: this.#workUnit,
      jobOrder: null,
      payload: JSON.stringify({ good: 1, scrap: 0, rework: 0, reasonCode: null, source: "pad" }),
      ...draft,
      prevHash: previous?.hash ?? GENESIS_HASH,
    };
    const entry = { ...unsealed, hash: chainHash(unsealed, sha256) };
    epoch.entries.push(entry);
    return entry;
  }

  /** Rejected, parked or doubled entries by "epoch/seq"; applied ones are not kept. */
  verdictOf(epoch: string, seq: number): Verdict | undefined {
    return this.#verdicts.get(`${epoch}/${seq}`);
  }

  currentEpoch(): string {
    return this.#current().id;
  }

  /** Entries that the MES has not confirmed. */
  waiting(): number {
    return this.epochs().reduce((sum, head) => sum + head.seq - this.acknowledged(head.epoch).seq, 0);
  }

  /** All that a backup of the station would hold now. */
  backup(): State {
    return {
      epochs: this.#epochs.map((epoch) => ({ ...epoch, entries: [...epoch.entries] })),
      identity: this.#identity,
      verdicts: new Map(this.#verdicts),
    };
  }

  /** Rolls the station back without it noticing. */
  restore(state: State): void {
    this.#epochs = state.epochs.map((epoch) => ({ ...epoch, entries: [...epoch.entries] }));
    this.#identity = state.identity;
    this.#verdicts = new Map(state.verdicts);
  }

  epochs(): readonly Head[] {
    return this.#epochs.map((epoch) => localHead(epoch));
  }

  acknowledged(epoch: string): Head {
    return this.#epoch(epoch).acknowledged;
  }

  hashAt(epoch: string, seq: number): string | undefined {
    return seq === 0 ? GENESIS_HASH : this.#epoch(epoch).entries[seq - 1]?.hash;
  }

  entriesAfter(epoch: string, seq: number, limit: number): readonly JournalEntry[] {
    return this.#epoch(epoch).entries.slice(seq, seq + limit);
  }

  saveAcknowledgement(ack: ConfirmedHead): void {
    const epoch = this.#epoch(ack.epoch);
    if (ack.seq > epoch.entries.length)
      throw new RangeError(`Nothing is recorded at ${ack.epoch}/${ack.seq}`);
    epoch.acknowledged = { epoch: ack.epoch, seq: ack.seq, hash: ack.hash };
    for (const verdict of ack.verdicts)
      if (verdict.verdict !== "applied") this.#verdicts.set(`${ack.epoch}/${verdict.seq}`, verdict);
    this.saved.push(ack);
  }

  rewind(head: Head): void {
    this.#epoch(head.epoch).acknowledged = head;
  }

  mesIdentity(): MesIdentity | null {
    return this.#identity;
  }

  saveMesIdentity(identity: MesIdentity): void {
    this.#identity = identity;
  }

  openEpoch(cause: "mes-ahead", previous: Head): string {
    return this.#startEpoch({ cause, previousEpoch: previous.epoch, previousSeq: previous.seq });
  }

  #startEpoch(payload: object): string {
    const id = randomUUID();
    this.#epochs.push({ id, entries: [], acknowledged: { epoch: id, seq: 0, hash: GENESIS_HASH } });
    this.append({ type: "epoch.opened", payload: JSON.stringify(payload) });
    return id;
  }

  #current(): Epoch {
    const current = this.#epochs.at(-1);
    if (current === undefined) throw new Error("A station always has an epoch");
    return current;
  }

  #epoch(id: string): Epoch {
    const found = this.#epochs.find((epoch) => epoch.id === id);
    if (found === undefined) throw new RangeError(`Epoch ${id} was never opened here`);
    return found;
  }
}

function localHead(epoch: Epoch): Head {
  const last = epoch.entries.at(-1);
  return { epoch: epoch.id, seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS_HASH };
}
