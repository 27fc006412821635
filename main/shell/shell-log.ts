import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";

const LARGEST_BYTES = 1_000_000;

export interface ShellLog {
  readonly file: string;
  write(event: string, details?: Readonly<Record<string, unknown>>): void;
}

/**
 * The shell's own few lines: what died, what was restarted, what was refused. Written at once and without buffering, as
 * the next thing to happen may be the end; two files of 1 MB at most.
 */
export function openShellLog(folder: string): ShellLog {
  const file = path.join(folder, "shell.log");
  return {
    file,
    write(event, details = {}) {
      const line = `${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`;
      process.stderr.write(line);
      try {
        mkdirSync(folder, { recursive: true });
        rotate(file);
        appendFileSync(file, line);
      } catch (failure) {
        process.stderr.write(`shell log: ${String(failure)}\n`); // a full or foreign disk must not take the window down
      }
    },
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_BYTES) renameSync(file, `${file}.1`);
}
