import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Is this process running? The dead whom nobody has collected yet do not count. */
export function isRunning(pid: number): boolean {
  const state = field(statOf(pid), 0);
  return state !== "" && state !== "Z" && state !== "X";
}

/** @returns process ids of all living descendants, read from /proc */
export function descendantsOf(pid: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid && isRunning(candidate));
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** @returns the descendant whose command line contains the words; throws when there is none or more than one */
function descendantRunning(pid: number, words: string): number {
  const running = descendantsOf(pid).filter((candidate) => commandLine(candidate).includes(words));
  // What one of them is just starting has its command line until it runs a program of its own.
  const found = running.filter((candidate) => !running.includes(parentOf(candidate)));
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(`${found.length} processes below ${pid} run "${words}"`);
  }
  return found[0];
}

function commandLine(pid: number): string {
  return readOrNothing(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

function parentOf(pid: number): number {
  return Number(field(statOf(pid), 1));
}

function statOf(pid: number): string {
  return readOrNothing(`/proc/${pid}/stat`);
}

/** Fields behind the name, which may itself hold spaces and parentheses. */
function field(stat: string, index: number): string {
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[index] ?? "";
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // It ended between being listed and being read.
  }
}

/** @returns the station that a shell started; throws while there is none */
export function stationOf(shellPid: number): number {
  return descendantRunning(shellPid, path.join("dist", "station", "index.mjs"));
}
