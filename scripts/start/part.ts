import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import { stopGroup } from "../processes/process-group.ts";

const LAST_LINES = 15;

export interface PartSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Where what it prints is kept, as `<name>.out.log`. */
  readonly logFolder: string;
  /** A window the person closes is the end of the plant, and not a fault. */
  readonly mayEndByItself?: boolean;
}

/** The line of JSON a part prints when it is ready; besides its name it carries the addresses it may be reached at. */
const ReadyLine = z.looseObject({ ready: z.string() });
export type ReadyLine = z.infer<typeof ReadyLine>;

export interface PartEnd {
  readonly part: Part;
  /** Such as "exit code 3" or "signal SIGSEGV". */
  readonly how: string;
  readonly isClean: boolean;
}

export interface Part {
  readonly spec: PartSpec;
  /** Also the number of its process group. */
  readonly pid: number | undefined;
  readonly ready: Promise<ReadyLine>;
  /** Resolves when the part's own process has ended; never rejects. */
  readonly ended: Promise<PartEnd>;
  lastLines(): readonly string[];
  /** SIGTERM to the whole process group, SIGKILL to whatever of it is left after the grace. */
  stop(graceMs: number): Promise<void>;
}

/** Starts a part as the leader of its own process group, so that stopping it reaches all it has started itself. */
export function startPart(spec: PartSpec): Part {
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const recent: string[] = [];
  const log = createWriteStream(path.join(spec.logFolder, `${spec.name}.out.log`), { flags: "a" });
  log.on("error", (failure) => recent.push(`(its log cannot be written: ${failure.message})`)); // a full disk ends no plant
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<ReadyLine>();
  const keep = (line: string) => {
    log.write(`${line}\n`);
    recent.push(line);
    if (recent.length > LAST_LINES) recent.shift();
  };
  eachLine(child.stderr, keep);
  eachLine(child.stdout, (line) => {
    keep(line);
    const readyLine = parseReadyLine(line);
    if (readyLine) becomeReady(readyLine);
  });
  const part: Part = {
    spec,
    pid: child.pid,
    ready,
    ended: endOf(child, () => part),
    lastLines: () => recent,
    stop: async (graceMs) => {
      if (child.pid !== undefined) await stopGroup(child.pid, graceMs);
    },
  };
  return part;
}

function eachLine(stream: Readable, use: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", use);
}

function parseReadyLine(line: string): ReadyLine | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return ReadyLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined; // A log line that merely looks like JSON.
  }
}

/** Settles on `close`, not on `exit`: only then have the last words been read. */
function endOf(child: ChildProcess, part: () => Part): Promise<PartEnd> {
  return new Promise((resolve) => {
    child.once("error", (failure) => resolve({ part: part(), how: failure.message, isClean: false }));
    child.once("exit", (code, signal) => {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      const end = () => resolve({ part: part(), how, isClean: code === 0 });
      child.once("close", end);
      setTimeout(end, 500).unref(); // a grandchild may hold the pipes open for as long as it lives
    });
  });
}
