import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 50;

/** SIGTERM to the whole group, SIGKILL to whatever is left after the grace; returns when nobody is. */
export async function stopGroup(group: number, graceMs: number): Promise<void> {
  signalGroup(group, "SIGTERM");
  const deadline = performance.now() + graceMs;
  while (isGroupAlive(group)) {
    if (performance.now() > deadline) signalGroup(group, "SIGKILL");
    await delay(POLL_MS);
  }
}

/**
 * Is anybody of the group still running? Read from /proc, because a signal also reaches the dead whom nobody has
 * collected yet, and in a container without an init that is never done.
 */
export function isGroupAlive(group: number): boolean {
  return readdirSync("/proc").some((name) => /^\d+$/.test(name) && isLivingMember(name, group));
}

function isLivingMember(pid: string, group: number): boolean {
  const stat = readStat(pid);
  const [state, , pgrp] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(pgrp) === group && state !== "Z" && state !== "X";
}

function readStat(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return ""; // It ended between being listed and being read.
  }
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ESRCH") throw failure;
  }
}
