import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "../../testing/until.ts";
import { type RecordedFeed, recordFeed } from "../testing/recorded-feed.ts";
import { type ScriptedMachine, startScriptedMachine } from "../testing/scripted-machine.ts";
import { trustServerCertificate } from "./server-trust.ts";

const CLOCK = new URL("../../testing/jumping-clock-process.ts", import.meta.url);

let folder: string;
let machine: ScriptedMachine;
let feed: RecordedFeed;
const options = process.env.NODE_OPTIONS;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-jump-"));
  const certificate = { startDate: new Date("2026-01-01T00:00:00Z"), validityDays: 365 * 15 };
  machine = await startScriptedMachine(path.join(folder, "machine"), { certificate });
  await trustServerCertificate(path.join(folder, "station"), machine.certificateFile);
  process.env.NODE_OPTIONS = `--import=${pathToFileURL(CLOCK.pathname).href}`;
  feed = recordFeed(machine, path.join(folder, "station"));
});

afterEach(async () => {
  if (options === undefined) delete process.env.NODE_OPTIONS;
  else process.env.NODE_OPTIONS = options;
  await feed.stop();
  await machine.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Of the process that listens: the one that was started last. */
async function collectorPid(): Promise<number> {
  const children = await readFile(`/proc/self/task/${process.pid}/children`, "utf8");
  return Number(children.trim().split(" ").at(-1));
}

const newest = (): number => Number(feed.valuesOf("count").at(-1));

async function goesOn(): Promise<void> {
  const before = newest();
  await until(() => feed.isOk() && newest() > before + 20);
}

test.runIf(process.platform === "linux")(
  "C2 the station's clock jumps ten years, and twenty: no value is lost, a session is refused in words and comes back",
  async () => {
    await until(() => feed.isOk() && feed.valuesOf("count").length > 0);
    const pid = await collectorPid();
    const jump = (): boolean => process.kill(pid, "SIGUSR2");
    await machine.count(5);
    await goesOn();
    jump();
    await goesOn();
    await machine.link.set("cut");
    await until(() => !feed.isOk());
    await machine.link.set("open");
    await goesOn();
    expect(feed.gaps).toEqual([]);
    const values = feed.valuesOf("count");
    expect(values).toEqual(values.map((_, index) => index));

    jump(); // the certificates ended long ago by this clock
    await machine.restart();
    await until(() => feed.statuses.some(({ detail }) => detail.includes("expired or not valid yet")));
    jump(); // somebody puts it right
    await until(() => feed.isOk());
    await machine.count(5);
    await until(() => newest() > 3 && feed.gaps.length === 1);
    expect(feed.gaps.map(({ cause }) => cause)).toEqual(["session-lost"]);
  },
);
