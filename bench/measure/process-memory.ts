import { readdirSync, readFileSync } from "node:fs";

export interface ProcessMemory {
  readonly pid: number;
  readonly command: string;
  readonly rssMb: number;
  /** Proportional set size: pages shared with others count in part. */
  readonly pssMb: number;
}

/** A process and all that it started, from /proc (Linux). */
export function processTree(rootPid: number): readonly ProcessMemory[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)));
  }
  const tree = [...parents.keys()].filter((pid) => descendsFrom(pid, rootPid, parents));
  return tree.flatMap((pid) => memoryOf(pid));
}

/** One process. @throws when there is none */
export function processMemory(pid: number): ProcessMemory {
  const [memory] = memoryOf(pid);
  if (memory === undefined) throw new Error(`Process ${pid} has ended`);
  return memory;
}

function descendsFrom(pid: number, rootPid: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === rootPid) return true;
  }
  return false;
}

function parentOf(pid: number): number {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0);
}

function memoryOf(pid: number): ProcessMemory[] {
  const rollup = readOrEmpty(`/proc/${pid}/smaps_rollup`);
  if (rollup === "") return [];
  const command = readOrEmpty(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim();
  return [{ pid, command, rssMb: megabytes(rollup, "Rss"), pssMb: megabytes(rollup, "Pss") }];
}

function megabytes(rollup: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(rollup)?.[1] ?? 0) / 1024;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process ended while we looked; it uses no memory any more.
    return "";
  }
}
