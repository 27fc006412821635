const LAST_SEQUENCE = 0xffff_ffff;
const MOST_HELD = 1_000;

/** Something to pass on; `missingBefore` messages between it and the one before never came. */
export interface Ordered<Message> {
  readonly message: Message;
  readonly missingBefore: number;
}

/**
 * Brings the messages of one subscription into order by their sequence numbers (OPC UA Part 4 §5.14.1.1): data
 * messages count 1, 2, 3 … and go from 2³²−1 back to 1, never 0; a keep-alive uses none but carries the number that
 * the next data message will have.
 *
 * While a cut session is taken up again, new messages overtake the ones the machine sends once more. They are held
 * back until the others have come, or until there is no hope for them. If this class errs, a value is lost or counted
 * twice without a word.
 */
export class NotificationOrder<Message> {
  #last = 0;
  readonly #held = new Map<number, Message>();

  /** Everything up to this sequence number has been passed on. */
  get last(): number {
    return this.#last;
  }

  /** @param isBeingRepaired missing messages may still be sent once more */
  arrived(sequence: number, message: Message, isBeingRepaired: boolean): Ordered<Message>[] {
    if (distance(this.#last, sequence) <= 0) return []; // sent once more, and known
    this.#held.set(sequence, message);
    return isBeingRepaired && this.#held.size <= MOST_HELD ? this.#inSequence() : this.giveUp();
  }

  /** @returns how many messages a keep-alive shows to be missing */
  keepAlive(nextSequence: number, isBeingRepaired: boolean): number {
    const missing = distance(this.#last, nextSequence) - 1;
    if (missing <= 0 || isBeingRepaired) return 0;
    this.#last = before(nextSequence);
    return missing;
  }

  /** Nothing will be sent once more: all that was held back is passed on, with what is missing. */
  giveUp(): Ordered<Message>[] {
    const waiting = [...this.#held].sort(([left], [right]) => distance(right, left));
    this.#held.clear();
    return waiting.map(([sequence, message]) => {
      const missingBefore = distance(this.#last, sequence) - 1;
      this.#last = sequence;
      return { message, missingBefore };
    });
  }

  #inSequence(): Ordered<Message>[] {
    const ready: Ordered<Message>[] = [];
    for (;;) {
      const next = after(this.#last);
      const message = this.#held.get(next);
      if (message === undefined) return ready;
      this.#held.delete(next);
      this.#last = next;
      ready.push({ message, missingBefore: 0 });
    }
  }
}

/** Steps from one sequence number to another, the shorter way around; 0 stands before 1 at the start. */
function distance(from: number, to: number): number {
  const steps = to - from;
  if (steps > LAST_SEQUENCE / 2) return steps - LAST_SEQUENCE;
  if (steps < -LAST_SEQUENCE / 2) return steps + LAST_SEQUENCE;
  return steps;
}

function after(sequence: number): number {
  return sequence === LAST_SEQUENCE ? 1 : sequence + 1;
}

function before(sequence: number): number {
  return sequence <= 1 ? LAST_SEQUENCE : sequence - 1;
}
