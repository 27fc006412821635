import type { Directive } from "../../../shared/protocol/directive.ts";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { Head, Verdict } from "../../../shared/protocol/messages.ts";

/** Which MES this station belongs to (`mesId`), and which life of its database it last spoke with (`mesEpoch`). */
export interface MesIdentity {
  readonly mesId: string;
  readonly mesEpoch: string;
}

/** What the MES has durably confirmed, with the verdicts that came with it. */
export interface ConfirmedHead extends Head {
  readonly verdicts: readonly Verdict[];
}

/**
 * The journal as sync sees it: "to send" is what lies behind the acknowledged head, there is no second queue. All calls
 * are synchronous and each write is one committed transaction, so that a kill leaves the state before or after it.
 */
export interface Outbox {
  /**
   * Local end of each epoch that may still hold unacknowledged entries, oldest first; the last one is the current one.
   * An epoch that was acknowledged to its end counts as such while its entries are kept (I-10): a MES restored from a
   * backup needs them again.
   */
  epochs(): readonly Head[];
  /** What the MES has confirmed of it; seq 0 and the genesis hash if nothing. */
  acknowledged(epoch: string): Head;
  /** Own hash at `seq`; 0 gives the genesis hash, an entry that does not exist gives undefined. */
  hashAt(epoch: string, seq: number): string | undefined;
  /** Entries seq+1, seq+2 … without holes, at most `limit`. */
  entriesAfter(epoch: string, seq: number, limit: number): readonly JournalEntry[];
  /** In one committed transaction: cursor and verdicts that are not "applied". Never moves beyond what exists. */
  saveAcknowledgement(ack: ConfirmedHead): void;
  /** The MES is behind (restored from a backup): the cursor goes back to its head. */
  rewind(head: Head): void;
  /** The MES this station belongs to; null before the first contact. */
  mesIdentity(): MesIdentity | null;
  saveMesIdentity(identity: MesIdentity): void;
  /**
   * The MES knows more than we do of this epoch: the station was rolled back. Opens a new epoch (I-12), whose first
   * entry names `previous` (the end that the MES holds of the old one), and returns its id.
   */
  openEpoch(cause: "mes-ahead", previous: Head): string;
}

/** The tables that mirror what the MES sends down. Never touches what the station itself recorded (I-22). */
export interface DirectiveMirror {
  /** Sequence of the last applied directive; 0 before the first. */
  cursor(): number;
  /**
   * In one committed transaction: replaces or removes each (kind, id) and sets the cursor to the sequence of the last
   * one, also backwards: a restored MES gives out its sequence again, and the whole log is then applied from 1.
   */
  apply(directives: readonly Directive[], confirmedUtc: string): void;
  /** Nothing newer exists: what is mirrored is still current at this time. */
  confirm(atUtc: string): void;
}
