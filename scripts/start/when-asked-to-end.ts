const PARENT_POLL_MS = 1_000;

/** In a terminal one Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const ONE_KEYPRESS_MS = 1_000;

/**
 * @returns a signal that is aborted by Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that runs us. A second
 *   Ctrl-C leaves at once; the reaper then ends the parts.
 */
export function whenAskedToEnd(): AbortSignal {
  const asked = new AbortController();
  let askedAt = Number.POSITIVE_INFINITY;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (signal === "SIGINT" && performance.now() - askedAt > ONE_KEYPRESS_MS) process.exit(1);
      askedAt = Math.min(askedAt, performance.now());
      asked.abort();
    });
  }
  if (process.env.npm_lifecycle_event !== undefined) watchParent(() => asked.abort());
  return asked.signal;
}

/** A killed npm passes nothing on: its children only notice that they have another parent. */
function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, PARENT_POLL_MS);
  timer.unref();
}
