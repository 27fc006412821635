import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyStore } from "../diagnostics/verify-store.ts";
import { sha256 } from "../record/digest.ts";
import { bundleProgram } from "../testing/bundle-program.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { type JournalStore, journalStore } from "./journal-store.ts";
import { openStore } from "./open-store.ts";
import { openDatabase } from "./sqlite.ts";

const KILLS = 2_000;
const LANES = 2;
/** A fresh folder after so many, so that first starts are killed too and files stay small. */
const KILLS_PER_FOLDER = 50;
const LONGEST_LIFE_MS = 40;
const LONGEST_START_MS = 150;
const SEED = 20_261_123;

interface Tally {
  kills: number;
  killedInStart: number;
  acknowledged: number;
  /** Committed, but killed before anyone was told: allowed, at most one a life. */
  untold: number;
}

/** What a folder must hold: every intent that was told, in the order in which it was told. */
interface Expected {
  readonly folder: string;
  readonly told: string[];
  /** Told since the folder was looked at last. */
  fresh: string[];
  /** By epoch: the last entry that was looked at. */
  readonly seen: Map<string, number>;
  untold: number;
  /** Since the folder was looked at last. */
  lives: number;
}

describe("kill -9 at the database", () => {
  test(`P1 ${KILLS} kills at random instants: every told booking is there once, and the chain is whole`, async () => {
    const program = await bundleProgram(join(import.meta.dirname, "..", "testing", "booking-program.ts"));
    const tally: Tally = { kills: 0, killedInStart: 0, acknowledged: 0, untold: 0 };
    const folders = Array.from({ length: KILLS / KILLS_PER_FOLDER }, (_, index) => ({
      expected: {
        folder: temporaryFolder(),
        told: [],
        fresh: [],
        seen: new Map<string, number>(),
        untold: 0,
        lives: 0,
      },
      random: seededRandom(SEED + index),
    }));
    const lane = async (): Promise<void> => {
      for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
        for (let kill = 0; kill < KILLS_PER_FOLDER; kill += 1) {
          await liveAndDie(program, next.expected, { random: next.random, tally });
          checkFolder(next.expected, tally);
        }
        checkWhole(next.expected);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    process.stdout.write(`P1 database: ${JSON.stringify(tally)}\n`);
    expect(tally.kills).toBe(KILLS);
    expect(tally.acknowledged).toBeGreaterThan(KILLS);
  });
});

/** One life: killed either while it starts or within 40 ms of its first acknowledgement. */
async function liveAndDie(
  program: string,
  expected: Expected,
  { random, tally }: { random: () => number; tally: Tally },
): Promise<void> {
  const { folder, told, fresh } = expected;
  const child = spawn(process.execPath, [program, folder], {
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(program) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const diesInStart = random() < 0.1;
  const afterMs = random() * (diesInStart ? LONGEST_START_MS : LONGEST_LIFE_MS);
  // When it dies is the subject: anywhere in its start or among its writes.
  const kill = (): void => void setTimeout(() => child.kill("SIGKILL"), afterMs);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (output === "" && !diesInStart) kill();
    output += text;
  });
  if (diesInStart) kill();
  const signal = await new Promise<string | null>((resolve) => {
    child.once("close", (_code, by) => resolve(by));
  });
  expect(signal).toBe("SIGKILL");
  // A line that was cut in the pipe was not told.
  const lines = output.split("\n").slice(0, -1);
  told.push(...lines);
  fresh.push(...lines);
  expected.lives += 1;
  tally.kills += 1;
  tally.acknowledged += lines.length;
  if (lines.length === 0) tally.killedInStart += 1;
}

/**
 * What is new since the look before, as it lies there: whoever reads only leaves all repair to the next life, which starts on
 * what the kill left. When nothing was told there is nothing to miss, and perhaps no journal yet.
 */
function checkFolder(expected: Expected, tally: Tally): void {
  if (expected.fresh.length === 0) return;
  const database = openDatabase(join(expected.folder, "journal.db"), { readonly: true });
  try {
    const booked = bookedIntents(journalStore(database), expected.seen);
    const told = new Set(expected.fresh);
    expect(booked.filter((intent) => told.has(intent))).toEqual(expected.fresh);
    const untold = booked.length - expected.fresh.length;
    expect(untold).toBeLessThanOrEqual(expected.lives);
    tally.untold += untold;
    expected.untold += untold;
    expected.fresh = [];
    expected.lives = 0;
  } finally {
    database.close();
  }
}

/** @param seen entries up to these are left out, and it is moved on */
function bookedIntents(store: JournalStore, seen: Map<string, number>): readonly string[] {
  return store
    .epochs()
    .flatMap(({ epoch, seq }) => {
      const entries = store.entriesAfter(epoch, seen.get(epoch) ?? 0, 1_000_000);
      seen.set(epoch, seq);
      return entries;
    })
    .filter(({ type }) => type === "quantity.reported")
    .map(({ intentId }) => intentId);
}

/** The whole proof: every told booking in its order, page check, chain, mark, and pieces equal to the bookings. */
function checkWhole({ folder, told, untold, lives }: Expected): void {
  const open = openStore(folder);
  try {
    const wanted = new Set(told);
    const booked = bookedIntents(open.store, new Map());
    expect(booked.filter((intent) => wanted.has(intent))).toEqual(told);
    expect(booked.length - told.length - untold).toBeLessThanOrEqual(lives);
    expect(verifyStore(open, sha256).differences).toEqual([]);
    expect(open.store.projections()?.jobOrder.get("4731")?.reportedGood).toBe(booked.length);
  } finally {
    open.close();
  }
}
