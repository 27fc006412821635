import { watchStarter } from "./starter.mjs";

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
  watchStarter(() => asked.abort());
  return asked.signal;
}
