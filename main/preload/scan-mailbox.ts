export type ScanListener = (raw: string) => void;

export interface ScanMailbox {
  deliver(raw: string, atMs: number): void;
  /** @returns ends the subscription */
  subscribe(listener: ScanListener, atMs: number): () => void;
}

const MOST_KEPT = 16;

/** A person who scanned longer ago than this has scanned again, or walked away. */
const KEPT_FOR_MS = 10_000;

/** Hands scans to the screen, and keeps those for it that are made while it is still starting. */
export function createScanMailbox(): ScanMailbox {
  const listeners = new Set<ScanListener>();
  let kept: { raw: string; atMs: number }[] = [];
  return {
    deliver(raw, atMs) {
      if (listeners.size === 0) kept = [...kept, { raw, atMs }].slice(-MOST_KEPT);
      for (const listener of listeners) listener(raw);
    },
    subscribe(listener, atMs) {
      listeners.add(listener);
      const waiting = kept.filter((scan) => atMs - scan.atMs <= KEPT_FOR_MS);
      kept = [];
      for (const scan of waiting) listener(scan.raw);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
