import { describe, expect, onTestFinished, test } from "vitest";
import { type MachineMapping, machineMappingSchema } from "../../../shared/domain/machines/mapping.ts";
import { packMlStates } from "../../../shared/domain/machines/state-maps.ts";
import { type ComposedStation, composeAtWork, composeStation } from "../testing/composed-station.ts";
import { FakeTime } from "../testing/fake-time.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const everyDay = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }];

function mapping(machineId: string, workUnit: string, rules: object = {}): MachineMapping {
  return machineMappingSchema.parse({
    ...{ machineId, name: machineId, workUnit, endpointUrl: `opc.tcp://${machineId}:4840`, rules },
    signals: [{ signalId: "state", node: "nsu=urn:m;s=State", meaning: "state", stateMap: packMlStates }],
  });
}

const machines = [
  mapping("lathe", "CNC-2"),
  mapping("press", "PRESS-1"),
  mapping("oven", "CNC-2", { planned: everyDay }),
];
const RUNS = 6;
const STANDS = 2;

/** The tests' clock begins on Sunday, 22 November 2026 at 8:00 UTC. */
function shiftsOn(days: readonly number[], workUnits: readonly string[] | null = null): object {
  const early = { shiftCode: "E", name: { en: "Early" }, days, from: "06:00", to: "14:00" };
  return { shiftCalendarId: "HALL-2", workUnits, timeZone: "UTC", week: [early] };
}

let directives = 1_000;

function direct({ open, station }: ComposedStation, body: object | null): void {
  directives += 1;
  const directive = {
    seq: directives,
    atUtc: "2026-11-22T08:00:00.000Z",
    kind: "shift-calendar",
    id: "HALL-2",
  };
  open.store.applyDirectives([{ ...directive, body: body === null ? null : { ...body } }], directive.atUtc);
  station.masterDataChanged();
}

function says({ station }: ComposedStation, machineId: string, state: number): void {
  const value = { signalId: "state", value: state, statusCode: 0, sourceUtc: null, serverUtc: null };
  station.signals.signals([value], machineId);
}

interface AtWork extends ComposedStation {
  readonly time: FakeTime;
  pass(seconds: number): void;
}

function work(folder = temporaryFolder()): AtWork {
  const time = new FakeTime();
  const composed = composeAtWork(folder, { machines, clock: time.clock });
  onTestFinished(() => composed.close());
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      time.advance(1_000);
      composed.station.tick();
    }
  };
  return { ...composed, time, pass };
}

const stateOf = ({ station }: ComposedStation, machineId: string) =>
  station.services.screen().machines.find((machine) => machine.machineId === machineId)?.state;
const entries = ({ open }: ComposedStation) =>
  open.store.epochs().flatMap(({ epoch }) => open.store.entriesAfter(epoch, 0, 10_000));

describe("a shift calendar at a station", () => {
  test("MS-23 counts from when it is known, also when it changes: what was recorded before stays as it is", () => {
    const composed = work();
    says(composed, "lathe", RUNS);
    composed.pass(10);
    says(composed, "lathe", STANDS);
    composed.pass(300);
    const before = entries(composed);
    const knownUtc = composed.time.clock.now().atUtc;
    direct(composed, shiftsOn([1, 2, 3, 4, 5]));
    composed.pass(1);
    expect(entries(composed).slice(0, before.length)).toEqual(before);
    const [machine] = composed.station.services.screen().machines;
    expect(machine).toMatchObject({ state: "no-shift", stop: null });
    expect(Date.parse(machine?.sinceUtc ?? "")).toBeGreaterThanOrEqual(Date.parse(knownUtc));
    direct(composed, shiftsOn([7]));
    composed.pass(1);
    expect(stateOf(composed, "lathe")).toBe("stopped");
    direct(composed, null);
    composed.pass(1);
    expect(stateOf(composed, "lathe")).toBe("stopped");
    const told = entries(composed)
      .slice(before.length)
      .filter(({ type }) => type === "machine.state-changed");
    expect(told.map(({ payload }) => JSON.parse(payload) as object)).toMatchObject([
      { state: "no-shift", was: "stopped", basis: "calendar" },
      { state: "stopped", was: "no-shift" },
    ]);
  });

  test("MS-18 MS-23 holds for its work units; a machine's own week outweighs it; a running machine runs", () => {
    const composed = work();
    for (const machineId of ["lathe", "press", "oven"]) says(composed, machineId, STANDS);
    composed.pass(5);
    direct(composed, shiftsOn([1], ["CNC-2"]));
    composed.pass(1);
    expect(["lathe", "press", "oven"].map((machineId) => stateOf(composed, machineId))).toEqual([
      "no-shift",
      "stopped",
      "stopped",
    ]);
    says(composed, "lathe", RUNS);
    expect(stateOf(composed, "lathe")).toBe("running");
  });

  test("MS-23 is there after a restart without the MES: a machine out of shift is not taken for a standing one", () => {
    const folder = temporaryFolder();
    const before = work(folder);
    says(before, "lathe", RUNS);
    before.pass(5);
    direct(before, shiftsOn([1]));
    says(before, "lathe", STANDS);
    before.pass(5);
    before.abandon();
    const after = composeStation(folder, { machines, clock: before.time.clock });
    onTestFinished(() => after.close());
    const known = entries(after).length;
    says(after, "lathe", STANDS);
    after.station.tick();
    expect(stateOf(after, "lathe")).toBe("no-shift");
    const since = entries(after).slice(known);
    // The time without the station is no data (MS-9); the machine never seems to stand without a reason.
    const states = since.flatMap(({ type, payload }) =>
      type === "machine.state-changed" ? [(JSON.parse(payload) as { state: string }).state] : [],
    );
    expect(states).toEqual(["no-data", "no-shift"]);
    expect(since.map(({ type }) => type)).not.toContain("stop.began");
    expect(after.station.services.screen().station.shift).toBeNull();
  });

  test("MS-24 the shift on the screen is the calendar's; without one it is of three", () => {
    const composed = work();
    const shown = () => composed.station.services.screen().station.shift;
    direct(composed, shiftsOn([7]));
    expect(shown()).toEqual({ name: { en: "Early" }, from: "06", to: "14", isBreak: false });
    direct(composed, null);
    expect(shown()).toMatchObject({ isBreak: false });
    expect(["Early", "Late", "Night"]).toContain(shown()?.name.en);
  });
});
