import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleProgram } from "../testing/bundle-program.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openReader } from "./testing/signal-rig.ts";

const KILLS = 40;
const LONGEST_LIFE_MS = 60;

describe("kill -9 at the signal store", () => {
  test(`SG-14 ${KILLS} kills: every flushed value is there once and in order, and each absence is a gap`, async () => {
    const program = await bundleProgram(join(import.meta.dirname, "testing", "flushing-program.ts"));
    const folder = temporaryFolder();
    const random = seededRandom(20_261_123);
    let told = -1;
    for (let kill = 0; kill < KILLS; kill += 1) {
      told = await liveAndDie(program, { folder, first: told + 1, lifeMs: random() * LONGEST_LIFE_MS });
    }
    const reader = openReader(folder);
    const [signal] = reader.signals();
    const { length, value } = reader.samples(signal?.number ?? 0, { fromUs: 0, toUs: 4e15 });
    const gaps = reader.gaps({ fromUs: 0, toUs: 4e15 });
    reader.close();
    expect(told).toBeGreaterThan(10_000);
    // A flush that was committed and not told comes once more from the next life: all is there, in order, hole-free.
    const seen = new Set(value.subarray(0, length));
    expect(
      Array.from({ length: told + 1 }, (_, number) => number).filter((number) => !seen.has(number)),
    ).toEqual([]);
    expect(length - seen.size).toBeLessThanOrEqual(100 * KILLS);
    expect(gaps.filter(({ cause }) => cause === "collector-died")).toHaveLength(KILLS - 1);
  });
});

/** One life, killed within 60 ms of its first flush. @returns the last number that was told */
async function liveAndDie(
  program: string,
  { folder, first, lifeMs }: { readonly folder: string; readonly first: number; readonly lifeMs: number },
): Promise<number> {
  const child = spawn(process.execPath, [program, folder, String(first)], {
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(program) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (output === "") setTimeout(() => child.kill("SIGKILL"), lifeMs);
    output += text;
  });
  const signal = await new Promise<string | null>((resolve) => {
    child.once("close", (_code, by) => resolve(by));
  });
  expect(signal).toBe("SIGKILL");
  const whole = output.slice(0, output.lastIndexOf("\n")).split("\n");
  return Number(whole.at(-1) ?? first - 1);
}
