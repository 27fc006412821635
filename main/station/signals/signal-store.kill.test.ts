import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleProgram } from "../testing/bundle-program.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openReader } from "./testing/signal-rig.ts";

const KILLS = 40;
const MOST_FLUSHES = 8;
const LONGEST_LAST_BREATH_MS = 10;

describe("kill -9 at the signal store", () => {
  test(`SG-14 ${KILLS} kills: every flushed value is there once and in order, and each absence is a gap`, async () => {
    const program = await bundleProgram(join(import.meta.dirname, "testing", "flushing-program.ts"));
    const folder = temporaryFolder();
    const random = seededRandom(20_261_123);
    let told = -1;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const flushes = 1 + Math.floor(random() * MOST_FLUSHES);
      const lastBreathMs = random() * LONGEST_LAST_BREATH_MS;
      told = await liveAndDie(program, { folder, first: told + 1, flushes, lastBreathMs });
    }
    const reader = openReader(folder);
    const [signal] = reader.signals();
    const { length, value } = reader.samples(signal?.number ?? 0, { fromUs: 0, toUs: 4e15 });
    const gaps = reader.gaps({ fromUs: 0, toUs: 4e15 });
    reader.close();
    expect(told).toBeGreaterThanOrEqual(100 * KILLS - 1);
    // A flush that was committed and not told comes once more from the next life: all is there, in order, hole-free.
    const seen = new Set(value.subarray(0, length));
    expect(
      Array.from({ length: told + 1 }, (_, number) => number).filter((number) => !seen.has(number)),
    ).toEqual([]);
    expect(length - seen.size).toBeLessThanOrEqual(100 * KILLS);
    expect(gaps.filter(({ cause }) => cause === "collector-died")).toHaveLength(KILLS - 1);
  });
});

interface Life {
  readonly folder: string;
  readonly first: number;
  /** How many are told before the kill is under way. */
  readonly flushes: number;
  /** From then on, so that the kill falls anywhere within a flush. */
  readonly lastBreathMs: number;
}

/** One life, its length told in flushes: a slow machine lives as much as a fast one. @returns the last number told */
async function liveAndDie(program: string, { folder, first, flushes, lastBreathMs }: Life): Promise<number> {
  const child = spawn(process.execPath, [program, folder, String(first)], {
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(program) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  let isDoomed = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (isDoomed || output.split("\n").length <= flushes) return;
    isDoomed = true;
    setTimeout(() => child.kill("SIGKILL"), lastBreathMs);
  });
  const signal = await new Promise<string | null>((resolve) => {
    child.once("close", (_code, by) => resolve(by));
  });
  expect(signal).toBe("SIGKILL");
  const whole = output.slice(0, output.lastIndexOf("\n")).split("\n");
  return Number(whole.at(-1) ?? first - 1);
}
