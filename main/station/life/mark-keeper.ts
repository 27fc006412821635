import type { Head } from "../../../shared/protocol/messages.ts";

export interface MarkKeeper {
  /** There is a new head; the mark follows soon. */
  moved(head: Head): void;
  /** Writes what is still due. */
  flush(): void;
}

/** How far the mark may lag behind the journal. It costs a flush of its own, so not every booking pays for it. */
const LAG_MS = 200;

/** Keeps the mark outside of the database close behind the journal, never ahead: it is told only after the commit (I-6). */
export function createMarkKeeper(write: (head: Head) => void, onFault: (error: unknown) => void): MarkKeeper {
  let due: Head | undefined;
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const head = due;
    due = undefined;
    if (head === undefined) return;
    try {
      write(head);
    } catch (error) {
      // A mark that stays behind only makes a rollback harder to see; the booking itself is safe.
      onFault(error);
    }
  };
  return {
    moved(head) {
      due = head;
      timer ??= setTimeout(flush, LAG_MS);
    },
    flush,
  };
}
