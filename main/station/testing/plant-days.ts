import { join } from "node:path";
import type { MachineMapping, SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import { trustServerCertificate } from "../devices/opcua/server-trust.ts";
import { CountedStation } from "./counted-station.ts";
import { PacedClock } from "./paced-clock.ts";
import { PLANT_FAULTS, type PlantAtWork, type PlantFault } from "./plant-faults.ts";
import { type MachineTruth, type PlantProcess, startPlantProcess } from "./plant-process.ts";
import { seededRandom } from "./seeded-random.ts";
import { until } from "./until.ts";

const HOUR_MS = 3_600_000;
/** Slower while something is broken: a server takes seconds to start, which must not be hours to the machine behind it. */
const BROKEN_PACE = 20;
const HOURS_TO_MAINTENANCE = 4;
/** What wears out would stand for the rest of the time. */
const MAINTENANCE = [
  "lathe tool change",
  "lathe wear bearing 5",
  "press wear die 5",
  "press wear bearing 5",
  "line wear bearing 5",
  "line wear seal 5",
  "all alarm clear all",
  "all run",
];

export interface Reconciled {
  readonly machineId: string;
  readonly signalId: string;
  /** What was really made, or rejected, while the station was there. */
  readonly truth: number;
  readonly counted: number;
}

/** Days of the simulated plant and of a station that counts it: real servers, real network, real processes and disks. */
export class PlantDays implements PlantAtWork {
  readonly plant: PlantProcess;
  readonly station: CountedStation;
  readonly happened: Record<string, number> = {};
  readonly #clock: PacedClock;
  readonly #pace: number;
  readonly #random: () => number;
  readonly #before: readonly MachineTruth[];
  #hoursToMaintenance = HOURS_TO_MAINTENANCE;
  #waiting: PlantFault[] = [];

  /** @param pace how much faster time runs while nothing is broken, 20 to 1000 */
  static async start(folder: string, { seed, pace }: { seed: number; pace: number }): Promise<PlantDays> {
    const plant = await startPlantProcess(join(folder, "plant-data"), seed);
    await plant.command("all stop");
    const before = await stillTruth(plant);
    const stationFolder = join(folder, "station");
    for (const file of plant.certificateFiles) {
      await trustServerCertificate(CountedStation.pkiDir(stationFolder), file);
    }
    const clock = new PacedClock();
    const station = new CountedStation(stationFolder, plant.machines.map(toldAtOnce), clock);
    const days = new PlantDays({ plant, station, clock, before, pace, random: seededRandom(seed) });
    await until(() => station.isConnected());
    await days.caughtUp();
    await plant.command("lathe chance on");
    await plant.command("all run");
    return days;
  }

  private constructor(parts: {
    plant: PlantProcess;
    station: CountedStation;
    clock: PacedClock;
    before: readonly MachineTruth[];
    pace: number;
    random: () => number;
  }) {
    this.plant = parts.plant;
    this.station = parts.station;
    this.#clock = parts.clock;
    this.#before = parts.before;
    this.#pace = parts.pace;
    this.#random = parts.random;
  }

  get hours(): number {
    return this.#clock.elapsedMs / HOUR_MS;
  }

  /** Lets hours pass with a fault about every `minutesBetween`, each kind in turn. */
  async run(hours: number, minutesBetween: number): Promise<void> {
    const end = this.hours + hours;
    while (this.hours < end) {
      await this.#setPace(this.#pace);
      const quietMs = minutesBetween * 60_000 * (0.5 + this.#random());
      const untilMs = Math.min(this.#clock.elapsedMs + quietMs, end * HOUR_MS);
      await this.passes(untilMs - this.#clock.elapsedMs);
      await this.#fault();
      if (this.hours > this.#hoursToMaintenance) await this.#maintain();
    }
  }

  /** All machines stand, and all they told has come. */
  async settle(): Promise<readonly Reconciled[]> {
    await this.#setPace(BROKEN_PACE);
    await this.plant.command("all stop");
    await stillTruth(this.plant);
    await this.caughtUp();
    const truth = await this.plant.truth();
    return this.counters().map(({ machineId, signal: { signalId, meaning } }) => {
      const of = (all: readonly MachineTruth[]): number => {
        const made = all.find((one) => one.machineId === machineId)?.made;
        return (meaning === "count-total" ? made?.total : made?.scrap) ?? Number.NaN;
      };
      const counted = this.station.counted(machineId, signalId);
      const sum = meaning === "count-total" ? counted?.pieces : counted?.scrap;
      return { machineId, signalId, truth: of(truth) - of(this.#before), counted: sum ?? Number.NaN };
    });
  }

  counters(): readonly { readonly machineId: string; readonly signal: SignalMapping }[] {
    return this.plant.machines.flatMap(({ machineId, signals }) =>
      signals.filter(({ meaning }) => meaning.startsWith("count-")).map((signal) => ({ machineId, signal })),
    );
  }

  async passes(ms: number): Promise<void> {
    const endMs = this.#clock.elapsedMs + ms;
    await until(() => this.#clock.elapsedMs >= endMs);
  }

  /** @param machineId all of them when left out */
  async caughtUp(machineId?: string): Promise<void> {
    await until(async () => {
      const truth = await this.plant.truth();
      return this.counters()
        .filter((counter) => machineId === undefined || counter.machineId === machineId)
        .every(({ machineId: id, signal: { signalId } }) => {
          const shown = truth.find((one) => one.machineId === id)?.signals[signalId]?.value;
          return this.station.counted(id, signalId)?.counter === shown;
        });
    });
  }

  async hurry(): Promise<void> {
    await this.#setPace(this.#pace);
  }

  async close(): Promise<void> {
    await this.station.close();
    await this.plant.stop();
  }

  async #fault(): Promise<void> {
    if (this.#waiting.length === 0) this.#waiting = this.#shuffled(PLANT_FAULTS);
    const fault = this.#waiting.pop();
    if (fault === undefined) return;
    await this.#setPace(BROKEN_PACE);
    const did = await fault.happen(this, this.#random);
    if (did) this.happened[fault.name] = (this.happened[fault.name] ?? 0) + 1;
    await until(() => this.station.isConnected());
  }

  async #maintain(): Promise<void> {
    this.#hoursToMaintenance = this.hours + HOURS_TO_MAINTENANCE;
    for (const words of MAINTENANCE) await this.plant.command(words);
  }

  /** The station's time is never the slower one: no piece comes faster than its machine can make them. */
  async #setPace(factor: number): Promise<void> {
    if (factor > this.#clock.factor) this.#clock.run(factor);
    await this.plant.command(`all speed ${factor}`);
    this.#clock.run(factor);
  }

  #shuffled(faults: readonly PlantFault[]): PlantFault[] {
    return faults
      .map((fault) => ({ fault, key: this.#random() }))
      .toSorted((left, right) => left.key - right.key)
      .map(({ fault }) => fault);
  }
}

/** Once two looks agree: a part that was begun is finished, and nothing is made any more. */
async function stillTruth(plant: PlantProcess): Promise<readonly MachineTruth[]> {
  let last = "";
  let truth: readonly MachineTruth[] = [];
  await until(async () => {
    truth = await plant.truth();
    const made = JSON.stringify(truth.map((one) => one.made));
    const isStill = made === last;
    last = made;
    if (!isStill) await plant.command("all stop");
    return isStill;
  });
  return truth;
}

/** Five seconds between two looks at a counter would be half an hour of these days. */
function toldAtOnce(machine: MachineMapping): MachineMapping {
  const signals = machine.signals.map((signal) =>
    signal.meaning.startsWith("count-") ? { ...signal, samplingMs: 0, queueSize: 1_000 } : signal,
  );
  return { ...machine, signals };
}
