import { accept, type Result, refuse } from "../../shared/lib/result.ts";
import { unreachable } from "../../shared/lib/unreachable.ts";
import {
  changeInsert,
  countParts,
  idleMachine,
  type Lathe,
  measureDiameter,
  newLathe,
  PACKML,
  runMachine,
  setCounter,
  step,
  stopMachine,
} from "./lathe.ts";
import { type MachineServer, startMachineServer } from "./machine-server.ts";
import type { PlantCommand } from "./plant-command.ts";
import type { PlantFolder } from "./plant-folder.ts";
import type { PlantSettings } from "./plant-settings.ts";
import { SerialDevice } from "./serial-device.ts";

const TICK_MS = 100;

/** One lathe with its server, one scanner and one gauge, alive until stopped. */
export interface Plant {
  readonly machine: MachineServer;
  /** Does a command. @returns what happened, or why it could not, in one line */
  perform(command: PlantCommand): Promise<PlantAnswer>;
  stop(): Promise<void>;
}

export type PlantAnswer = Result<string, string>;

export async function startPlant(folder: PlantFolder, settings: PlantSettings): Promise<Plant> {
  const machine = await startMachineServer(settings.opcuaPort, folder.pkiDir);
  const plant = new RunningPlant(machine, folder, settings);
  await plant.start();
  return plant;
}

class RunningPlant implements Plant {
  readonly machine: MachineServer;
  readonly #settings: PlantSettings;
  readonly #scanner: SerialDevice;
  readonly #gauge: SerialDevice;
  #lathe: Lathe;
  #speed = 1;
  #partsToRush = 0;
  #lastTickMs = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(machine: MachineServer, folder: PlantFolder, settings: PlantSettings) {
    this.machine = machine;
    this.#settings = settings;
    this.#scanner = new SerialDevice(folder.scannerPath);
    this.#gauge = new SerialDevice(folder.gaugePath);
    this.#lathe = newLathe(settings.seed);
  }

  async start(): Promise<void> {
    await Promise.all([this.#scanner.plug(), this.#gauge.plug()]);
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.machine.show(this.#lathe);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([this.#scanner.unplug(), this.#gauge.unplug(), this.machine.stop()]);
  }

  async perform(command: PlantCommand): Promise<PlantAnswer> {
    switch (command.verb) {
      case "scan":
        return this.#scan(command.code);
      case "gauge":
        return this.#sendDiameter(command.valueMm, command.isStable);
      case "machine":
        return accept(this.#drive(command.to));
      case "count":
        this.#partsToRush += command.parts;
        return accept(`Counting ${command.parts} parts, from ${this.#lathe.partCount}`);
      case "counter":
        return accept(this.#become(setCounter(this.#lathe, command.to), `Part counter is ${command.to}`));
      case "tool":
        return accept(this.#become(changeInsert(this.#lathe), "New insert put in"));
      case "network":
        return accept(await this.#interrupt(command.to));
      case "unplug":
        return accept(await this.#unplug(command.device));
      case "replug":
        return accept(await this.#replug(command.device));
      case "speed":
        this.#speed = command.factor;
        return accept(`The machine's time runs ${command.factor} times as fast: ${this.#rate()}`);
      case "status":
        return accept(this.#status());
      default:
        return unreachable(command);
    }
  }

  #tick(): void {
    const nowMs = performance.now();
    const dtMs = (nowMs - this.#lastTickMs) * this.#speed;
    this.#lastTickMs = nowMs;
    let next = step(this.#lathe, dtMs, this.#settings.cycleMs);
    if (this.#partsToRush > 0) {
      this.#partsToRush -= 1; // one per tick: a machine that jumped by hundreds would not be believed
      next = countParts(next, 1);
    }
    this.#lathe = next;
    this.machine.show(next);
  }

  #become(lathe: Lathe, words: string): string {
    this.#lathe = lathe;
    this.machine.show(lathe);
    return words;
  }

  #scan(code: string): PlantAnswer {
    const shown = code.replaceAll("\u001d", "<GS>");
    if (!this.#scanner.isPlugged) return refuse("Not scanned: the scanner is unplugged (replug scanner)");
    if (!this.#scanner.sendLine(code)) return refuse("Not scanned: nobody reads the scanner");
    return accept(`Scanned ${shown}`);
  }

  #sendDiameter(valueMm: string | undefined, isStable: boolean): PlantAnswer {
    if (!this.#gauge.isPlugged) return refuse("Not measured: the gauge is unplugged (replug gauge)");
    const [measured, lathe] = valueMm === undefined ? measureDiameter(this.#lathe) : [valueMm, this.#lathe];
    this.#lathe = lathe;
    if (!this.#gauge.sendLine(gaugeLine(measured, isStable))) {
      return refuse("Not measured: nobody reads the gauge");
    }
    return accept(`Measured ${measured} mm${isStable ? "" : ", unstable"}`);
  }

  #drive(to: "stop" | "run" | "idle"): string {
    if (to === "stop") return this.#become(stopMachine(this.#lathe), "The machine is stopped");
    if (to === "idle") return this.#become(idleMachine(this.#lathe), "The machine is idle");
    return this.#become(runMachine(this.#lathe), `The machine runs: ${this.#rate()}`);
  }

  async #interrupt(to: "cut" | "freeze" | "heal"): Promise<string> {
    await this.machine.setLink(LINK_STATES[to]);
    return LINK_WORDS[to];
  }

  async #unplug(name: "scanner" | "gauge"): Promise<string> {
    const device = this.#device(name);
    if (!device.isPlugged) return `The ${name} is unplugged already`;
    await device.unplug();
    return `The ${name} is unplugged`;
  }

  async #replug(name: "scanner" | "gauge"): Promise<string> {
    const device = this.#device(name);
    if (device.isPlugged) return `The ${name} is plugged in already`;
    await device.plug();
    return `The ${name} is plugged in`;
  }

  #device(name: "scanner" | "gauge"): SerialDevice {
    return name === "scanner" ? this.#scanner : this.#gauge;
  }

  #rate(): string {
    return `one part in ${(this.#settings.cycleMs / 1000 / this.#speed).toFixed(1)} s`;
  }

  #status(): string {
    const { packmlState, partCount, spindleLoadPercent, temperatureC, toolWear } = this.#lathe;
    const plugged = (name: "scanner" | "gauge") =>
      this.#device(name).isPlugged ? "plugged in" : "unplugged";
    return [
      `Machine ${STATE_WORDS.get(packmlState)}, ${partCount} parts, ${this.#rate()}`,
      `spindle ${spindleLoadPercent} %, ${temperatureC.toFixed(1)} °C, insert ${Math.round(toolWear * 100)} % worn`,
      `network ${this.machine.linkState}, ${this.machine.sessionCount()} connected`,
      `scanner ${plugged("scanner")}, gauge ${plugged("gauge")}`,
    ].join("; ");
  }
}

const STATE_WORDS: ReadonlyMap<number, string> = new Map([
  [PACKML.execute, "running"],
  [PACKML.stopped, "stopped"],
  [PACKML.idle, "idle"],
]);
const LINK_STATES = { cut: "cut", freeze: "frozen", heal: "open" } as const;
const LINK_WORDS = {
  cut: "The network to the machine is cut",
  freeze: "The network to the machine hangs, as with a pulled cable",
  heal: "The network to the machine is whole",
} as const;

/** The bench gauge's own form: status, sign, seven places, unit. */
function gaugeLine(valueMm: string, isStable: boolean): string {
  const sign = valueMm.startsWith("-") ? "-" : "+";
  const digits = valueMm.replace(/^[+-]/, "").padStart(8, "0");
  return `${isStable ? "ST" : "US"},${sign}${digits} mm`;
}
