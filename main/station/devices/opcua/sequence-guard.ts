const LAST_SEQUENCE = 0xffff_ffff;

/** missing: how many notifications never came. */
export type SequenceVerdict =
  | { readonly kind: "next" }
  | { readonly kind: "duplicate" }
  | { readonly kind: "missing"; readonly count: number };

/**
 * Watches the sequence numbers of one subscription (OPC UA Part 4 §5.14.1.1): data messages count 1, 2, 3 … and go
 * from 2³²−1 back to 1, never 0; a keep-alive uses none but carries the number the next data message will have.
 * If this class errs, a value is lost or counted twice without a word.
 */
export class SequenceGuard {
  #last = 0;

  /** Sequence number of the last data message, 0 before the first. */
  get last(): number {
    return this.#last;
  }

  data(sequence: number): SequenceVerdict {
    const ahead = distance(this.#last, sequence);
    if (ahead <= 0) return { kind: "duplicate" };
    this.#last = sequence;
    return ahead === 1 ? { kind: "next" } : { kind: "missing", count: ahead - 1 };
  }

  /** A keep-alive that announces a later number than expected tells of messages that never came. */
  keepAlive(nextSequence: number): SequenceVerdict {
    const ahead = distance(this.#last, nextSequence);
    if (ahead <= 1) return { kind: "next" };
    this.#last = before(nextSequence);
    return { kind: "missing", count: ahead - 1 };
  }
}

/** Steps from one sequence number to another, the shorter way around; 0 stands before 1. */
function distance(from: number, to: number): number {
  const steps = to - from;
  if (steps > LAST_SEQUENCE / 2) return steps - LAST_SEQUENCE;
  if (steps < -LAST_SEQUENCE / 2) return steps + LAST_SEQUENCE;
  return steps;
}

function before(sequence: number): number {
  return sequence <= 1 ? LAST_SEQUENCE : sequence - 1;
}
