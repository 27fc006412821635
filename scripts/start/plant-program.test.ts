import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface, type Interface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { isGroupAlive } from "../processes/process-group.ts";

const PROGRAM = path.join(import.meta.dirname, "testing", "plant-program.ts");
const Running = z.object({ running: z.array(z.object({ pid: z.number() })) });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-starter-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function startStarter(
  ...behaviours: string[]
): Promise<{ starter: ChildProcess; out: Interface; groups: number[] }> {
  const starter = spawn(process.execPath, [PROGRAM, folder, ...behaviours], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const out = createInterface({ input: starter.stdout });
  const [line] = (await once(out, "line")) as [string];
  return { starter, out, groups: Running.parse(JSON.parse(line)).running.map(({ pid }) => pid) };
}

describe("the starter's own end", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends every part and is a clean end",
    async (signal) => {
      const { starter, groups } = await startStarter("child");
      const exited = once(starter, "exit");
      starter.kill(signal);
      expect(await exited).toEqual([0, null]);
      expect(groups.filter(isGroupAlive)).toEqual([]);
    },
  );

  test("one Ctrl-C that arrives twice, from the terminal and from npm, still ends cleanly", async () => {
    const { starter, groups } = await startStarter("deaf");
    const exited = once(starter, "exit");
    starter.kill("SIGINT");
    starter.kill("SIGINT");
    expect(await exited).toEqual([0, null]);
    expect(groups.filter(isGroupAlive)).toEqual([]);
  });

  test("a starter killed with no chance to tidy up still leaves no process", async () => {
    const { starter, groups } = await startStarter("child");
    expect(groups.filter(isGroupAlive)).toEqual(groups);
    starter.kill("SIGKILL");
    await vi.waitFor(() => expect(groups.filter(isGroupAlive)).toEqual([]), {
      timeout: 60_000,
      interval: 100,
    });
  });
});
