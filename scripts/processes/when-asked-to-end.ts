import { readFileSync } from "node:fs";

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
  if (process.env.npm_lifecycle_event !== undefined && process.platform === "linux")
    watchAncestors(() => asked.abort());
  return asked.signal;
}

/** npm and its shell pass signals on only half-heartedly, and nothing at all when killed: so we watch them. */
function watchAncestors(onGone: () => void): void {
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    onGone();
  }, PARENT_POLL_MS);
  timer.unref();
}

function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}
