import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { runStation, type StationProcess } from "./station-process.ts";
import type { StationPhase } from "./station-supervisor.ts";

const DOUBLE = path.join(import.meta.dirname, "testing", "station-double.ts");

let running: StationProcess | undefined;
afterEach(() => running?.stop());

/** Runs the double as the shell runs the station; `behaviours` names what each start shall do, the last one for good. */
function run(...behaviours: string[]) {
  const phases: StationPhase[] = [];
  const pids: number[] = [];
  const left = [...behaviours];
  running = runStation(
    {
      nodeFile: process.execPath,
      entry: DOUBLE,
      folder: import.meta.dirname,
      environment: () => ({
        ...process.env,
        TAKT_STATION_PORT: "45123",
        STATION_DOUBLE: left.length > 1 ? left.shift() : left[0],
      }),
    },
    {
      onPhase: (phase) => phases.push(phase),
      onSpawn: (pid) => pids.push(pid ?? -1),
      onDeath: () => undefined,
    },
  );
  const kinds = () => phases.map(({ kind }) => kind);
  return { station: running, phases, pids, kinds };
}

const WAIT = { timeout: 60_000, interval: 20 };

test("P7 a killed station is started again", async () => {
  const { phases, pids, kinds } = run("ready");
  await vi.waitFor(() => expect(kinds()).toEqual(["starting", "ready"]), WAIT);
  expect(phases.at(-1)).toEqual({
    kind: "ready",
    connection: { url: "ws://127.0.0.1:45123", token: "token-of-sixteen-or-more" },
  });
  process.kill(pids[0] ?? -1, "SIGKILL");
  await vi.waitFor(
    () => expect(kinds()).toEqual(["starting", "ready", "pausing", "starting", "ready"]),
    WAIT,
  );
  expect(pids[1]).not.toBe(pids[0]);
});

test("P7 a station that dies at each start is given up with its last words, and can be tried again", async () => {
  const { station, phases, pids, kinds } = run("crash", "crash", "crash", "crash", "crash", "ready");
  await vi.waitFor(() => expect(kinds().at(-1)).toBe("given-up"), WAIT);
  expect(phases.at(-1)).toMatchObject({ lastWords: "Error: the spindle is made of cheese" });
  expect(pids).toHaveLength(5);
  station.tryAgain();
  await vi.waitFor(() => expect(kinds().at(-1)).toBe("ready"), WAIT);
});

test("P7 a refusal is shown with its reason after one more try", async () => {
  const { phases, pids, kinds } = run("refuse");
  await vi.waitFor(() => expect(kinds()).toEqual(["starting", "pausing", "starting", "refused"]), WAIT);
  expect(phases.at(-1)).toMatchObject({
    refusal: { refused: "station.json: no such machine", hint: "Mend it" },
  });
  expect(pids).toHaveLength(2);
});

test("L4 an address that is not the loopback's is not believed", async () => {
  const { phases, kinds } = run("chatter");
  await vi.waitFor(() => expect(kinds()).toEqual(["starting", "ready"]), WAIT);
  expect(phases.at(-1)).toMatchObject({ connection: { url: "ws://127.0.0.1:45123" } });
});

test.each(["ready", "hang-on"])(
  "P8 when the shell ends, a station that is %s ends too",
  async (behaviour) => {
    const { station, pids, kinds } = run(behaviour);
    await vi.waitFor(() => expect(kinds()).toEqual(["starting", "ready"]), WAIT);
    await station.stop();
    expect(kinds().at(-1)).toBe("stopped");
    expect(() => process.kill(pids[0] ?? -1, 0)).toThrow("ESRCH");
  },
);

test("P7 a program that is not there is a death, not a crash of the shell", async () => {
  const phases: StationPhase[] = [];
  running = runStation(
    { nodeFile: "/no/such/node", entry: DOUBLE, folder: import.meta.dirname, environment: () => ({}) },
    { onPhase: (phase) => phases.push(phase), onSpawn: () => undefined, onDeath: () => undefined },
  );
  await vi.waitFor(() => expect(phases.at(-1)?.kind).toBe("given-up"), WAIT);
  expect(JSON.stringify(phases.at(-1))).toContain("ENOENT");
});
