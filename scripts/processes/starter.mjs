import { readFileSync } from "node:fs";

const POLL_MS = 500;

/**
 * Tells when the npm that runs this program is gone. npm and its shell pass signals on only half-heartedly, and nothing
 * at all when killed. Does nothing for a program that no npm has started, or where there is no /proc.
 * @param {() => void} onGone called once
 * @returns {() => void} ends the watch
 */
export function watchStarter(onGone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform !== "linux") return () => undefined;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    onGone();
  }, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0; // It ended between two looks: nobody's child any more.
  }
}
