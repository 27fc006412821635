import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";

const require = createRequire(import.meta.url);
const LAST_LINES_MS = 2_000;
const running = new Set<ChildProcess>();

export interface ToolRun {
  readonly root: string;
  /** An npm package with a program, or `node` for one of our own scripts. */
  readonly tool: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Put before each line, to tell apart what runs at the same time. Without one the tool writes to our output itself. */
  readonly prefix?: string;
}

/**
 * Runs one of the locked tools by path, on this Node, so that no shell and no other installation gets in between.
 * @returns its exit code; 1 when a signal ended it
 */
export async function runTool({
  root,
  tool,
  args,
  env = process.env,
  prefix = "",
}: ToolRun): Promise<number> {
  const program = tool === "node" ? [] : [programOf(root, tool)];
  const output = prefix === "" ? "inherit" : "pipe";
  const stdio: StdioOptions = ["inherit", output, output];
  const child = spawn(process.execPath, [...program, ...args], { cwd: root, env, stdio });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", (line) => console.log(prefix + line));
  }
  running.add(child);
  const closed = once(child, "close");
  const [code] = (await once(child, "exit")) as [number | null];
  running.delete(child);
  // A process left behind may hold the output open for ever; the last lines need no more than a moment.
  await Promise.race([closed, setTimeout(LAST_LINES_MS, undefined, { ref: false })]);
  return code ?? 1;
}

/** Ends what is still running: an interrupted test run leaves nothing behind. */
export function stopTools(): void {
  for (const child of running) child.kill("SIGTERM");
}

function programOf(root: string, tool: string): string {
  const folder = path.join(root, "node_modules", tool);
  const { bin } = require(path.join(folder, "package.json")) as { bin: string | Record<string, string> };
  const file = typeof bin === "string" ? bin : Object.values(bin)[0];
  if (file === undefined) throw new Error(`${tool} has no program`);
  return path.join(folder, file);
}
