import { describe, expect, test } from "vitest";
import type { MachineChange } from "./machine-change.ts";
import type { MachineInput } from "./machine-input.ts";
import type { MachineRules } from "./machine-rules.ts";
import { type MachineState, machineStates } from "./machine-state.ts";
import { watchFrom } from "./machine-watch.ts";
import { observeAll } from "./observe.ts";
import type { Observed } from "./settle-stop.ts";
import { rulesWith } from "./testing/timeline.ts";

const says = (atMs: number, state: MachineState | "no-opinion", signalId = "state"): MachineInput => ({
  kind: "said",
  atMs,
  signalId,
  says: state,
  raw: state,
});
const orderRuns = (atMs: number, cycleMs: number | null = null): MachineInput => ({
  kind: "order",
  atMs,
  order: "running",
  cycleMs,
});
const noOrder = (atMs: number): MachineInput => ({ kind: "order", atMs, order: "none", cycleMs: null });
const piece = (atMs: number): MachineInput => ({ kind: "piece", atMs });
const heard = (atMs: number): MachineInput => ({ kind: "heard", atMs });
const link = (atMs: number, isUp: boolean): MachineInput => ({ kind: "link", atMs, isUp });
const planned = (atMs: number, isPlanned: boolean): MachineInput => ({ kind: "planned", atMs, isPlanned });
const mode = (atMs: number, now: "production" | "set-up" | "maintenance"): MachineInput => ({
  kind: "mode",
  atMs,
  mode: now,
});
const time = (atMs: number): MachineInput => ({ kind: "time", atMs });
const alarm = (atMs: number, text: string, isActive = true): MachineInput => ({
  kind: "cause",
  atMs,
  reading: { signalId: text, kind: "alarm", name: text, text, isActive },
});

function follow(inputs: readonly MachineInput[], rules: Partial<MachineRules> = {}): Observed {
  return observeAll(watchFrom(undefined, 0), inputs, rulesWith(rules));
}

const told = (observed: Observed): readonly string[] =>
  observed.changes.map((change) => {
    const at = `${change.fromMs / 1000} ${change.kind}`;
    return change.kind === "state-changed" ? `${at} ${change.state} by ${change.basis}` : at;
  });
const stops = ({ changes }: Observed): readonly MachineChange[] =>
  changes.filter(({ kind }) => kind !== "state-changed");

/** Every state, reached as a machine would, and every input: what comes next. MS-1's table is made from this. */
const reachBy: Readonly<Record<MachineState, readonly MachineInput[]>> = {
  running: [says(1_000, "running"), piece(2_000)],
  idle: [says(1_000, "idle")],
  stopped: [says(1_000, "stopped")],
  fault: [says(1_000, "fault")],
  "set-up": [says(1_000, "set-up")],
  "no-shift": [says(1_000, "idle"), planned(2_000, false)],
  "no-data": [heard(1_000)],
};
const inputs = {
  "says running": [planned(9_000, true), says(9_000, "running")],
  "says idle": [planned(9_000, true), says(9_000, "idle")],
  "says stopped": [planned(9_000, true), says(9_000, "stopped")],
  "says fault": [planned(9_000, true), says(9_000, "fault")],
  "says set-up": [planned(9_000, true), says(9_000, "set-up")],
  "says no-shift": [planned(9_000, true), says(9_000, "no-shift")],
  "says nothing known": [planned(9_000, true), says(9_000, "no-data")],
  "set-up mode": [planned(9_000, true), mode(9_000, "set-up")],
  "maintenance mode": [planned(9_000, true), mode(9_000, "maintenance")],
  "a piece": [piece(9_000)],
  "no piece for too long": [time(32_000)],
  "link lost": [link(9_000, false), time(12_000)],
  "out of planned time": [planned(9_000, false)],
} as const satisfies Readonly<Record<string, readonly MachineInput[]>>;

const nextStates: Readonly<
  Record<keyof typeof inputs, Readonly<Record<MachineState, MachineState | "same">>>
> = {
  "says running": row("running"),
  "says idle": row("idle"),
  "says stopped": row("stopped"),
  "says fault": row("fault"),
  "says set-up": row("set-up"),
  "says no-shift": row("no-shift"),
  "says nothing known": { ...row("no-data"), running: "running" },
  "set-up mode": { ...row("set-up"), fault: "fault", "no-data": "no-data" },
  "maintenance mode": { ...row("stopped"), "no-data": "no-data" },
  "a piece": { ...row("same"), "no-data": "running" },
  "no piece for too long": { ...row("same"), running: "idle" },
  "link lost": row("no-data"),
  "out of planned time": { ...row("same"), idle: "no-shift", stopped: "no-shift" },
};

function row(state: MachineState | "same"): Record<MachineState, MachineState | "same"> {
  return {
    running: state,
    idle: state,
    stopped: state,
    fault: state,
    "set-up": state,
    "no-shift": state,
    "no-data": state,
  };
}

describe("machine state", () => {
  const cells = machineStates.flatMap((state) =>
    (Object.keys(inputs) as (keyof typeof inputs)[]).map((input) => [state, input] as const),
  );
  test.each(cells)("MS-1 %s, %s", (state, input) => {
    const rules = { stateFrom: "both", cycleSeconds: 10, missingCycles: 3 } as const;
    const before = follow(reachBy[state], rules).watch.state;
    expect(before).toBe(state);
    const next = nextStates[input][state];
    expect(follow([...reachBy[state], ...inputs[input]], rules).watch.state).toBe(
      next === "same" ? state : next,
    );
  });

  test("MS-2 of several state signals the gravest counts, and one without an opinion leaves it to the others", () => {
    const running = [says(1_000, "running", "run-bit"), says(1_000, "no-opinion", "fault-bit")];
    expect(follow(running).watch.state).toBe("running");
    const broken = [...running, says(2_000, "fault", "fault-bit")];
    expect(follow(broken).watch.state).toBe("fault");
    expect(follow([says(1_000, "no-opinion")]).watch.state).toBe("no-data");
  });

  test("MS-3 from counts alone: nothing is known until a piece came or was due, then it runs or stands since its last piece", () => {
    const rules = { stateFrom: "counts", cycleSeconds: 10, missingCycles: 3 } as const;
    expect(told(follow([heard(1_000), time(30_999)], rules))).toEqual([]);
    expect(told(follow([heard(1_000), time(31_000)], rules))).toEqual(["31 state-changed stopped by counts"]);
    const pieces = [heard(1_000), piece(5_000), piece(15_000), time(60_000), piece(70_000)];
    expect(told(follow(pieces, rules))).toEqual([
      "5 state-changed running by counts",
      "15 state-changed stopped by counts",
      "70 state-changed running by counts",
    ]);
  });

  test("MS-4 from both: running without pieces is idle since the last piece; a piece while stopped proves nothing", () => {
    const rules = { stateFrom: "both", cycleSeconds: 10, missingCycles: 3 } as const;
    const observed = follow([says(0, "running"), piece(5_000), time(60_000), says(70_000, "stopped")], rules);
    expect(told(observed)).toEqual([
      "0 state-changed running by signal",
      "5 state-changed idle by counts",
      "70 state-changed stopped by signal",
    ]);
    expect(follow([says(0, "stopped"), piece(5_000)], rules).watch.state).toBe("stopped");
  });

  test("MS-5 the order brings the cycle; without one no piece is missing", () => {
    const rules = { stateFrom: "both", missingCycles: 3 } as const;
    expect(follow([says(0, "running"), time(3_600_000)], rules).watch.state).toBe("running");
    const ordered = follow([says(0, "running"), orderRuns(3_600_000, 10_000), time(3_629_999)], rules);
    expect(ordered.watch.state).toBe("running");
    expect(observeAll(ordered.watch, [time(3_630_000)], rulesWith(rules)).watch.state).toBe("idle");
  });
});

describe("silence", () => {
  test("MS-6 U2 a lost machine gives no data since the loss, not since somebody noticed", () => {
    const observed = follow([says(0, "running"), link(10_000, false), time(60_000), says(90_000, "running")]);
    expect(told(observed)).toEqual([
      "0 state-changed running by signal",
      "10 state-changed no-data by silence",
      "90 state-changed running by signal",
    ]);
  });

  test("MS-6 U1 a cut within the grace is no change of state", () => {
    const observed = follow([says(0, "running"), link(10_000, false), heard(11_999), time(60_000)]);
    expect(told(observed)).toEqual(["0 state-changed running by signal"]);
  });

  test("MS-6 after a cut what the machine said before is believed only when the link has held and it says nothing else", () => {
    const lost = [says(0, "running"), link(10_000, false), time(20_000), link(30_000, true)];
    expect(follow([...lost, heard(31_000), time(31_999)]).watch.state).toBe("no-data");
    expect(told(follow([...lost, heard(31_000), time(60_000)])).at(-1)).toBe(
      "32 state-changed running by signal",
    );
    expect(told(follow([...lost, says(31_000, "idle")])).at(-1)).toBe("31 state-changed idle by signal");
  });

  test("MS-7 U5 a state of bad quality or an unknown number is no data at once, never the state before", () => {
    expect(told(follow([says(0, "running"), says(5_000, "no-data")])).at(-1)).toBe(
      "5 state-changed no-data by signal",
    );
  });

  test("MS-8 a machine that always sends and falls silent gives no data since its last word; others may be silent", () => {
    const told30 = told(follow([says(0, "running"), heard(4_000), time(60_000)], { silentSeconds: 30 }));
    expect(told30.at(-1)).toBe("4 state-changed no-data by silence");
    expect(follow([says(0, "running"), time(86_400_000)]).watch.state).toBe("running");
  });

  test("MS-9 after a restart of the station the time without it is no data, unless it was within the grace", () => {
    const known = { state: "running", sinceMs: 0, stop: null } as const;
    const start = watchFrom(known, 100_000);
    expect(told(observeAll(start, [says(160_000, "running")], rulesWith()))).toEqual([
      "100 state-changed no-data by silence",
      "160 state-changed running by signal",
    ]);
    expect(observeAll(start, [says(101_500, "running")], rulesWith()).changes).toEqual([]);
  });
});

describe("stops", () => {
  test("MS-10 a stop begins and ends with its pair of facts; up to the threshold it is a micro-stop", () => {
    const run = (endMs: number) =>
      stops(follow([orderRuns(0), says(0, "running"), says(10_000, "stopped"), says(endMs, "running")]));
    expect(run(130_000)).toMatchObject([
      { kind: "stop-began", fromMs: 10_000, stop: "standing", state: "stopped" },
      { kind: "stop-ended", fromMs: 130_000, durationMs: 120_000, isMicro: true },
    ]);
    expect(run(130_001)).toMatchObject([{}, { durationMs: 120_001, isMicro: false }]);
  });

  test("MS-10 idle, then stopped, then a fault is one stop, not three", () => {
    const observed = follow([
      orderRuns(0),
      says(0, "running"),
      says(10_000, "idle"),
      says(20_000, "stopped"),
      says(30_000, "fault"),
      says(40_000, "set-up"),
    ]);
    expect(stops(observed)).toMatchObject([
      { kind: "stop-began", state: "idle" },
      { kind: "stop-ended", durationMs: 30_000, state: "set-up" },
    ]);
  });

  test("MS-11 without an order on it a standing machine has no stop; a fault is one always", () => {
    expect(stops(follow([noOrder(0), says(0, "running"), says(1_000, "stopped")]))).toEqual([]);
    expect(stops(follow([noOrder(0), says(0, "running"), says(1_000, "fault")]))).toHaveLength(1);
    expect(stops(follow([says(0, "idle"), orderRuns(50_000)]))).toMatchObject([
      { kind: "stop-began", fromMs: 50_000 },
    ]);
  });

  test("MS-11 a person's pause or the end of the order ends the stop", () => {
    const observed = follow([orderRuns(0), says(0, "stopped"), noOrder(300_000)]);
    expect(stops(observed)).toMatchObject([{}, { kind: "stop-ended", fromMs: 300_000, isMicro: false }]);
  });

  test("MS-12 no data is no stop until its time-out; then it is one of its own kind since the silence, for a person to explain", () => {
    const cut = [orderRuns(0), says(0, "running"), link(10_000, false)];
    expect(stops(follow([...cut, time(129_999)]))).toEqual([]);
    expect(stops(follow([...cut, time(130_000), says(200_000, "running")]))).toMatchObject([
      { kind: "stop-began", fromMs: 10_000, stop: "no-data", causes: [] },
      { kind: "stop-ended", fromMs: 200_000, durationMs: 190_000, isMicro: false },
    ]);
  });

  test("MS-12 a standing machine that falls silent stood until then; whether it still stands nobody knows", () => {
    const observed = follow([orderRuns(0), says(0, "stopped"), link(300_000, false), time(900_000)]);
    expect(stops(observed)).toMatchObject([
      { kind: "stop-began", stop: "standing", fromMs: 0 },
      { kind: "stop-ended", fromMs: 300_000 },
      { kind: "stop-began", stop: "no-data", fromMs: 300_000 },
    ]);
  });

  test("MS-13 alarms of the window before a stop are its causes, and one that comes just after it is added", () => {
    const observed = follow([
      orderRuns(0),
      says(0, "running"),
      alarm(1_000, "Door open"),
      alarm(5_000, "Door open", false),
      alarm(50_000, "2041 Chip conveyor overload"),
      says(60_000, "stopped"),
      alarm(61_000, "Spindle stopped"),
      alarm(200_000, "Coolant low"),
    ]);
    expect(stops(observed)).toMatchObject([
      { kind: "stop-began", causes: [{ name: "2041 Chip conveyor overload", beforeMs: 10_000 }] },
      { kind: "stop-cause-seen", cause: { name: "Spindle stopped", beforeMs: -1_000 } },
    ]);
    expect(stops(observed)).toHaveLength(2);
  });

  test("MS-13 a stop known only later, by missing pieces, still finds the alarm that was before its beginning", () => {
    const rules = { stateFrom: "both", cycleSeconds: 10, missingCycles: 3 } as const;
    const inputsOf = [orderRuns(0), says(0, "running"), piece(20_000), alarm(15_000, "Bar empty")];
    const observed = follow([...inputsOf, alarm(45_000, "Bar empty", false), time(51_000)], rules);
    expect(stops(observed)).toMatchObject([{ fromMs: 20_000, causes: [{ name: "Bar empty" }] }]);
  });
});
