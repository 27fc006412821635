import { type ChildProcess, spawn } from "node:child_process";
import { z } from "zod";
import { createLastWords, readRefusal } from "./last-words.ts";
import {
  FIRST_START,
  type StationConnection,
  type StationDeath,
  type StationNews,
  type StationPhase,
  type SupervisionStep,
  supervise,
} from "./station-supervisor.ts";

/** A database of years, checked after a power cut, may take this long. */
const START_LIMIT_MS = 60_000;
const END_LIMIT_MS = 5_000;
const LAST_WORDS_MS = 300;

const readyMessage = z.object({
  type: z.literal("ready"),
  url: z.string().regex(/^ws:\/\/127\.0\.0\.1:\d{1,5}$/),
  screenToken: z.string().min(16).max(512),
});

export interface StationCommand {
  readonly nodeFile: string;
  readonly entry: string;
  readonly folder: string;
  /** Asked at each start. */
  environment(): NodeJS.ProcessEnv;
}

export interface StationWatcher {
  /** Each phase as it begins. */
  onPhase(phase: StationPhase): void;
  onSpawn(pid: number | undefined): void;
  onDeath(death: StationDeath, code: number | null, signal: string | null): void;
}

export interface StationProcess {
  tryAgain(): void;
  /** Resolves when the station has ended, by itself or killed after 5 s. */
  stop(): Promise<void>;
}

/** Starts the station and keeps it running; all decisions are station-supervisor's, this only carries them out. */
export function runStation(command: StationCommand, watcher: StationWatcher): StationProcess {
  let { supervision } = FIRST_START;
  let child: ChildProcess | undefined;
  const { promise: stopped, resolve: becomeStopped } = Promise.withResolvers<void>();

  function tell(news: StationNews): void {
    carryOut(supervise(supervision, news));
  }

  function carryOut({ supervision: next, order }: SupervisionStep): void {
    const isNewPhase = next.phase !== supervision.phase || order === "spawn";
    supervision = next;
    if (isNewPhase) watcher.onPhase(next.phase);
    if (order === "spawn") child = startChild(command, { tell, watcher });
    if (next.phase.kind === "pausing" && order === "pause")
      setTimeout(() => tell({ kind: "pause-over" }), next.phase.delayMs);
    if (order === "let-go" && child !== undefined) letGo(child);
    if (next.phase.kind === "stopped") becomeStopped();
  }

  carryOut(FIRST_START);
  return {
    tryAgain: () => tell({ kind: "try-again" }),
    stop() {
      tell({ kind: "quit" });
      return stopped;
    },
  };
}

interface Ear {
  readonly tell: (news: StationNews) => void;
  readonly watcher: StationWatcher;
}

function startChild(command: StationCommand, { tell, watcher }: Ear): ChildProcess {
  const child = spawn(command.nodeFile, [command.entry], {
    cwd: command.folder,
    env: command.environment(),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    windowsHide: true,
  });
  watcher.onSpawn(child.pid);
  const lastWords = createLastWords();
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => process.stderr.write(chunk));
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    lastWords.hear(chunk);
    process.stderr.write(chunk);
  });
  const overdue = setTimeout(() => child.kill("SIGKILL"), START_LIMIT_MS);
  child.on("message", (message) => {
    const connection = readReady(message);
    if (connection === undefined) return;
    clearTimeout(overdue);
    tell({ kind: "ready", connection });
  });
  whenEnded(child, (code, signal, failure) => {
    clearTimeout(overdue);
    const lastLine = failure ?? (lastWords.lastLine() || `ended with ${signal ?? code}`);
    const refusal = readRefusal(code, lastLine);
    const death = { atMs: performance.now(), random: Math.random(), lastWords: lastLine, refusal };
    watcher.onDeath(death, code, signal);
    tell({ kind: "ended", death });
  });
  return child;
}

function readReady(message: unknown): StationConnection | undefined {
  const parsed = readyMessage.safeParse(message);
  return parsed.success ? { url: parsed.data.url, token: parsed.data.screenToken } : undefined;
}

type OnEnded = (code: number | null, signal: string | null, failure?: string) => void;

/**
 * Waits for the last words, which come before `close`; but not for long, as a grandchild may hold the pipes open.
 * `error` comes in its stead when there was nothing to start.
 */
function whenEnded(child: ChildProcess, onEnded: OnEnded): void {
  child.once("error", (failure) => {
    if (child.pid === undefined) onEnded(null, null, failure.message);
  });
  child.once("exit", (code, signal) => {
    const end = once(() => onEnded(code, signal));
    child.once("close", end);
    setTimeout(end, LAST_WORDS_MS);
  });
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

/** The station ends by itself when its channel closes: the same way it ends when this process is killed. */
function letGo(child: ChildProcess): void {
  if (child.connected) child.disconnect();
  const overdue = setTimeout(() => child.kill("SIGKILL"), END_LIMIT_MS);
  child.once("exit", () => clearTimeout(overdue));
}
