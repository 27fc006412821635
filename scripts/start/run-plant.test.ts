import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isGroupAlive } from "../processes/process-group.ts";
import type { PartSpec, ReadyLine } from "./part.ts";
import { runPlant } from "./run-plant.ts";

const PROGRAM = path.join(import.meta.dirname, "testing", "part-program.ts");

let logFolder: string;
beforeEach(async () => {
  logFolder = await mkdtemp(path.join(tmpdir(), "takt plant "));
});
afterEach(() => rm(logFolder, { recursive: true }));

function part(name: string, ...behaviours: string[]): PartSpec {
  const args = [PROGRAM, name, ...behaviours];
  return { name, command: process.execPath, args, env: process.env, cwd: logFolder, logFolder };
}

/** Runs the plant; `once` is told when all is ready and ends it by default. */
async function run(stages: PartSpec[][], { readyLimitMs = 20_000, endWhenReady = true } = {}) {
  const asked = new AbortController();
  let lines: readonly ReadyLine[] = [];
  const end = await runPlant({
    stages,
    asked: asked.signal,
    readyLimitMs,
    graceMs: 300,
    onReady: (readyLines) => {
      lines = readyLines;
      if (endWhenReady) asked.abort();
    },
  });
  return { end, lines };
}

describe("a plant in a box", () => {
  test("starts its stages in order, hands on their addresses and ends every process", async () => {
    const { end, lines } = await run([
      [part("simulator", "ready"), part("mes", "ready")],
      [part("station", "ready")],
    ]);
    expect(end.kind).toBe("asked");
    expect(lines.map((line) => line.ready)).toEqual(["simulator", "mes", "station"]);
    expect(lines[1]).toMatchObject({ url: "http://127.0.0.1:1" });
    expect(lines.map((line) => isGroupAlive(Number(line.pid)))).toEqual([false, false, false]);
  });

  test("a part that dies is named with its last words, and the others end", async () => {
    const { end, lines } = await run([[part("simulator", "ready")], [part("mes", "ready", "dies:3")]], {
      endWhenReady: false,
    });
    if (end.kind !== "died") throw new Error(`ended as ${end.kind}`);
    expect(end.end.part.spec.name).toBe("mes");
    expect(end.end.how).toBe("exit code 3");
    expect(end.end.part.lastLines()).toContain("the flux ran out");
    expect(await readFile(path.join(logFolder, "mes.out.log"), "utf8")).toContain("the flux ran out");
    expect(lines.some((line) => isGroupAlive(Number(line.pid)))).toBe(false);
  });

  test("a part that dies before it is ready ends the start", async () => {
    const { end } = await run([[part("simulator", "ready")], [part("mes", "dies:2")]]);
    expect(end).toMatchObject({ kind: "died", end: { how: "exit code 2" } });
  });

  test("a window that is closed is no fault", async () => {
    const window = { ...part("window", "ready", "dies:0"), mayEndByItself: true };
    expect((await run([[part("mes", "ready")], [window]], { endWhenReady: false })).end.kind).toBe("closed");
  });

  test("a part that never becomes ready is named", async () => {
    const { end } = await run([[part("mes", "ready")], [part("station")]], { readyLimitMs: 1_500 });
    expect(end).toMatchObject({ kind: "never-ready", part: { spec: { name: "station" } } });
  });

  test("a part that cannot be started at all is named", async () => {
    const { end } = await run([[{ ...part("mes"), command: path.join(logFolder, "absent") }]]);
    expect(end).toMatchObject({ kind: "died", end: { how: expect.stringContaining("ENOENT") as string } });
  });

  test("a deaf part and its deaf child are killed after the grace", async () => {
    const { lines } = await run([[part("station", "ready", "deaf", "child")]]);
    expect(lines.map((line) => isGroupAlive(Number(line.pid)))).toEqual([false]);
  });
});
