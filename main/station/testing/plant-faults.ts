import type { CountedStation } from "./counted-station.ts";
import type { PlantProcess } from "./plant-process.ts";
import { until } from "./until.ts";

/** What faults happen to. */
export interface PlantAtWork {
  readonly plant: Pick<PlantProcess, "command" | "truth">;
  readonly station: Pick<CountedStation, "isLost" | "killCollector" | "killStation">;
  /** Simulated time goes by. */
  passes(ms: number): Promise<void>;
  /** The station has read what each counter of the machine shows now. */
  caughtUp(machineId: string): Promise<void>;
  /** Time runs as fast as while nothing is broken. */
  hurry(): Promise<void>;
}

/** A fault as a person with a command line makes it; when it is over, all is mended. */
export interface PlantFault {
  readonly name: string;
  /** @returns false when now is no time for it: what nobody could count is not asked of the station */
  happen(days: PlantAtWork, random: () => number): Promise<boolean>;
}

const MACHINES = [
  ["lathe", "lathe-2"],
  ["press", "press-1"],
  ["line", "packing-3"],
  ["oven", "oven-5"],
] as const;
type Picked = (typeof MACHINES)[number];

const SECONDS = 1_000;
const MINUTE_MS = 60_000;
/** A reset within a minute's pieces of the wrap looks like the wrap; a queue that overflows hides one. */
const WRAP = 65_536;
const NEAR_WRAP = 20_000;

const pick = (random: () => number): Picked =>
  MACHINES[Math.floor(random() * MACHINES.length)] ?? MACHINES[0];

function broken(how: "cut" | "freeze" | "hang", lastsMs: number): PlantFault["happen"] {
  return async (days, random) => {
    const [machine, machineId] = pick(random);
    await days.plant.command(`${machine} network ${how}`);
    await until(() => days.station.isLost(machineId));
    await days.passes(lastsMs * random());
    await days.plant.command(`${machine} network heal`);
    return true;
  };
}

function restarted(how: "" | " reordered"): PlantFault["happen"] {
  return async ({ plant }, random) => {
    const [machine] = pick(random);
    await plant.command(`${machine} restart${how}`);
    return true;
  };
}

function told(machine: string, signal: string, how: string): PlantFault["happen"] {
  return async (days) => {
    await days.plant.command(`${machine} corrupt ${signal} ${how}`);
    await days.passes(MINUTE_MS);
    await days.plant.command(`${machine} mend ${signal}`);
    return true;
  };
}

async function isFarFromWrap({ plant }: PlantAtWork): Promise<boolean> {
  const line = (await plant.truth()).find(({ machine }) => machine === "line");
  return Number(line?.signals.packCount?.value) < WRAP - NEAR_WRAP;
}

export const PLANT_FAULTS: readonly PlantFault[] = [
  { name: "cut", happen: broken("cut", MINUTE_MS) },
  { name: "pulled cable", happen: broken("freeze", 10 * SECONDS) },
  { name: "machine hangs", happen: broken("hang", 10 * SECONDS) },
  { name: "cut longer than the session", happen: broken("cut", 10 * MINUTE_MS) },
  { name: "restart", happen: restarted("") },
  { name: "restart, namespaces reordered", happen: restarted(" reordered") },
  {
    // A controller makes nothing while it starts.
    name: "restart, counter at 0",
    async happen(days, random) {
      if (!(await isFarFromWrap(days))) return false;
      const [machine, machineId] = pick(random);
      await days.plant.command(`${machine} stop`);
      await days.passes(MINUTE_MS);
      await days.caughtUp(machineId);
      await days.plant.command(`${machine} restart fresh`);
      await days.plant.command(`${machine} run`);
      return true;
    },
  },
  {
    name: "counter reset",
    async happen(days, random) {
      if (!(await isFarFromWrap(days))) return false;
      await days.plant.command(`${pick(random)[0]} counter reset`);
      return true;
    },
  },
  {
    name: "clock jumps",
    async happen(days, random) {
      const [machine] = pick(random);
      await days.plant.command(`${machine} clock ${random() < 0.5 ? "+1d" : "-1d"}`);
      await days.passes(5 * MINUTE_MS);
      await days.plant.command(`${machine} clock right`);
      return true;
    },
  },
  {
    name: "queue overflows",
    async happen(days) {
      if (!(await isFarFromWrap(days))) return false;
      await days.hurry();
      await days.plant.command("line network cut");
      await until(() => days.station.isLost("packing-3"));
      await days.passes(25 * MINUTE_MS);
      await days.plant.command("line network heal");
      return true;
    },
  },
  { name: "count of bad quality", happen: told("line", "packCount", "bad") },
  { name: "count of uncertain quality", happen: told("press", "processedCount", "uncertain") },
  { name: "count without a value", happen: told("lathe", "partCount", "null") },
  { name: "value of another type", happen: told("line", "speed", "type") },
  { name: "not a number", happen: told("line", "vibration", "nan") },
  {
    name: "collector killed",
    async happen(days) {
      days.station.killCollector();
      await until(() => days.station.isLost("packing-3"));
      return true;
    },
  },
  {
    name: "station killed",
    async happen(days) {
      await days.station.killStation();
      return true;
    },
  },
];
