import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const running = new Set<ChildProcess>();

export interface ToolRun {
  readonly root: string;
  /** An npm package with a program, or `node` for one of our own scripts. */
  readonly tool: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs one of the locked tools by path, on this Node, so that no shell and no other installation gets in between.
 * @returns its exit code; 1 when a signal ended it
 */
export async function runTool({ root, tool, args, env = process.env }: ToolRun): Promise<number> {
  const program = tool === "node" ? [] : [programOf(root, tool)];
  const child = spawn(process.execPath, [...program, ...args], { cwd: root, env, stdio: "inherit" });
  running.add(child);
  const [code] = (await once(child, "exit")) as [number | null];
  running.delete(child);
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
