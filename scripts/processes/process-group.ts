import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 50;

/** Ended, but not yet collected by its parent. */
const DEAD = ["Z", "X"];

/**
 * SIGTERM to the group's leader, which ends its own children in its own order: Electron's shell aborts when somebody else
 * ends them. Whoever outlives the leader gets SIGTERM too, and SIGKILL after the grace; returns when nobody is left.
 */
export async function stopGroup(group: number, graceMs: number): Promise<void> {
  const deadline = performance.now() + graceMs;
  signal(group, "SIGTERM");
  while (isAlive(group) && performance.now() < deadline) await delay(POLL_MS);
  signal(-group, "SIGTERM");
  while (isGroupAlive(group)) {
    if (performance.now() > deadline) signal(-group, "SIGKILL");
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
  const [state = "X", , pgrp] = statOf(pid);
  return Number(pgrp) === group && !DEAD.includes(state);
}

function isAlive(pid: number): boolean {
  const [state = "X"] = statOf(String(pid));
  return !DEAD.includes(state);
}

/** State, parent, process group and more of a process; nothing when it is gone. */
function statOf(pid: string): string[] {
  const stat = readStat(pid);
  return stat === "" ? [] : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function readStat(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return ""; // It ended between being listed and being read.
  }
}

/** @param target a process, or a whole group when negative */
function signal(target: number, name: NodeJS.Signals): void {
  try {
    process.kill(target, name);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ESRCH") throw failure;
  }
}
