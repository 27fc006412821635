import { readdirSync, readFileSync } from "node:fs";

/** CPU seconds a process has used so far in all its threads, to the nanosecond (Linux, /proc/PID/task/TID/schedstat). */
export function cpuSecondsOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + threadSeconds(pid, thread), 0);
}

function threadSeconds(pid: number, thread: string): number {
  try {
    const [runNs] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ");
    return Number(runNs) / 1e9;
  } catch {
    return 0; // the thread ended while we looked
  }
}
