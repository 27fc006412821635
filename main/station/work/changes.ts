/** Tells whoever watches that something changed; several changes before they look are one. */
export interface Changes {
  announce(): void;
  /** Resolves at the next announcement, or when `signal` aborts. */
  next(signal: AbortSignal): Promise<void>;
}

export function createChanges(): Changes {
  let waiting = new Set<() => void>();
  return {
    announce() {
      const told = waiting;
      waiting = new Set();
      for (const tell of told) tell();
    },
    next(signal) {
      return new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const waiters = waiting;
        const onAbort = (): void => {
          waiters.delete(tell);
          resolve();
        };
        const tell = (): void => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        };
        signal.addEventListener("abort", onAbort, { once: true });
        waiters.add(tell);
      });
    },
  };
}
