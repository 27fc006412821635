import { accept, type Result, refuse } from "../../shared/lib/result.ts";
import { unreachable } from "../../shared/lib/unreachable.ts";
import { type LivingMachine, type Machine, type MachinePlace, openMachine } from "./living-machine.ts";
import type { MachineCommand } from "./machine-command.ts";
import { type Lathe, measureDiameter } from "./machines/lathe/lathe.ts";
import { latheDesign } from "./machines/lathe/lathe-design.ts";
import { MACHINE_KEYS, type MachineKey } from "./machines/machine-design.ts";
import { ovenDesign } from "./machines/oven/oven-design.ts";
import { packingLineDesign } from "./machines/packing-line/packing-line-design.ts";
import { pressDesign } from "./machines/press/press-design.ts";
import { type PlantCommand, SERIAL_DEVICES, type SerialDeviceName } from "./plant-command.ts";
import type { PlantFolder } from "./plant-folder.ts";
import type { PlantSettings } from "./plant-settings.ts";
import { SerialDevice } from "./serial-device.ts";
import { ToldBook } from "./told-book.ts";

const TICK_MS = 100;

/** Four machines, a scanner and a gauge at the lathe, a scanner at the assembly bench, alive until stopped. */
export interface Plant {
  /** The lathe first. */
  readonly machines: readonly Machine[];
  /** Does a command. @returns what happened, or why it could not */
  perform(command: PlantCommand): Promise<PlantAnswer>;
  stop(): Promise<void>;
}

export type PlantAnswer = Result<string, string>;

/** The lathe answers when this returns; the others follow, so that nobody who works with the lathe waits for them. */
export async function startPlant(folder: PlantFolder, settings: PlantSettings): Promise<Plant> {
  const { opcuaPort, cycleMs, seed, toldFile } = settings;
  const book = toldFile === null ? undefined : new ToldBook(toldFile);
  const place = (machine: MachineKey, index: number): MachinePlace => ({
    port: opcuaPort === 0 ? 0 : opcuaPort + index,
    pkiDir: folder.pkiDir(machine),
    seed,
    book,
  });
  const lathe = openMachine(latheDesign(cycleMs), place("lathe", 0));
  const others = settings.machines
    .filter((machine) => machine !== "lathe")
    .map((machine) => OTHERS[machine](place(machine, MACHINE_KEYS.indexOf(machine))));
  const machines: readonly Machine[] = await Promise.all([lathe, ...others]);
  const plant = new RunningPlant({ lathe: await lathe, machines, book }, folder);
  await plant.start();
  return plant;
}

const OTHERS: Readonly<Record<Exclude<MachineKey, "lathe">, (place: MachinePlace) => Promise<Machine>>> = {
  press: (place) => openMachine(pressDesign(), place),
  line: (place) => openMachine(packingLineDesign(), place),
  oven: (place) => openMachine(ovenDesign(), place),
};

class RunningPlant implements Plant {
  readonly machines: readonly Machine[];
  readonly #lathe: LivingMachine<Lathe>;
  readonly #devices: Readonly<Record<SerialDeviceName, SerialDevice>>;
  readonly #book: ToldBook | undefined;
  #lastTickMs = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;
  #starting: Promise<void> = Promise.resolve();

  constructor(
    {
      lathe,
      machines,
      book,
    }: { lathe: LivingMachine<Lathe>; machines: readonly Machine[]; book: ToldBook | undefined },
    folder: PlantFolder,
  ) {
    this.#book = book;
    this.#lathe = lathe;
    this.machines = machines;
    this.#devices = {
      scanner: new SerialDevice(folder.scannerPath),
      gauge: new SerialDevice(folder.gaugePath),
      "bench-scanner": new SerialDevice(folder.benchScannerPath),
    };
  }

  async start(): Promise<void> {
    await Promise.all([...SERIAL_DEVICES.map((name) => this.#devices[name].plug()), this.#lathe.turnOn()]);
    this.#lastTickMs = performance.now();
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#starting = this.#turnOnOthers();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#starting;
    await Promise.all([
      ...SERIAL_DEVICES.map((name) => this.#devices[name].unplug()),
      ...this.machines.map((machine) => machine.close()),
    ]);
    this.#book?.close();
  }

  async perform(command: PlantCommand): Promise<PlantAnswer> {
    switch (command.verb) {
      case "scan":
        return this.#scan(command.code, command.at === "bench" ? "bench-scanner" : "scanner");
      case "gauge":
        return this.#sendDiameter(command.valueMm, command.isStable);
      case "unplug":
        return accept(await this.#unplug(command.device));
      case "replug":
        return accept(await this.#replug(command.device));
      case "status":
        return accept(this.#status());
      case "at":
        return this.#performAt(command.machine, command.command);
      default:
        return unreachable(command);
    }
  }

  /** One after the other: each holds the process for a good part of a second. */
  async #turnOnOthers(): Promise<void> {
    for (const machine of this.machines.slice(1)) {
      if (this.#isStopping) return;
      await machine.turnOn();
    }
  }

  #tick(): void {
    const nowMs = performance.now();
    const realMs = nowMs - this.#lastTickMs;
    this.#lastTickMs = nowMs;
    const now = new Date();
    for (const machine of this.machines) machine.tick(realMs, now);
  }

  async #performAt(machine: MachineKey | "all", command: MachineCommand): Promise<PlantAnswer> {
    const meant = this.machines.filter(({ key }) => machine === "all" || key === machine);
    if (meant.length === 0) return refuse(`There is no ${machine} in this plant (TAKT_PLANT_MACHINES)`);
    const answers = await Promise.all(meant.map((each) => each.perform(command)));
    const lines = answers.map((answer) => (answer.ok ? answer.value : answer.refusal));
    return answers.some(({ ok }) => ok) ? accept(lines.join("\n")) : refuse(lines.join("\n"));
  }

  #scan(code: string, name: SerialDeviceName): PlantAnswer {
    const shown = code.replaceAll("\u001d", "<GS>");
    const scanner = this.#devices[name];
    if (!scanner.isPlugged) return refuse(`Not scanned: the ${name} is unplugged (replug ${name})`);
    if (!scanner.sendLine(code)) return refuse(`Not scanned: nobody reads the ${name}`);
    return accept(`Scanned ${shown}`);
  }

  #sendDiameter(valueMm: string | undefined, isStable: boolean): PlantAnswer {
    const { gauge } = this.#devices;
    if (!gauge.isPlugged) return refuse("Not measured: the gauge is unplugged (replug gauge)");
    const measured = valueMm ?? this.#measureNext();
    if (!gauge.sendLine(gaugeLine(measured, isStable))) {
      return refuse("Not measured: nobody reads the gauge");
    }
    return accept(`Measured ${measured} mm${isStable ? "" : ", unstable"}`);
  }

  #measureNext(): string {
    const [measured, lathe] = measureDiameter(this.#lathe.state);
    this.#lathe.become(lathe);
    return measured;
  }

  async #unplug(name: SerialDeviceName): Promise<string> {
    const device = this.#devices[name];
    if (!device.isPlugged) return `The ${name} is unplugged already`;
    await device.unplug();
    return `The ${name} is unplugged`;
  }

  async #replug(name: SerialDeviceName): Promise<string> {
    const device = this.#devices[name];
    if (device.isPlugged) return `The ${name} is plugged in already`;
    await device.plug();
    return `The ${name} is plugged in`;
  }

  #status(): string {
    const plugged = (name: SerialDeviceName) => (this.#devices[name].isPlugged ? "plugged in" : "unplugged");
    return [
      ...this.machines.map((machine) => machine.status()),
      `Scanner ${plugged("scanner")}, gauge ${plugged("gauge")}, bench-scanner ${plugged("bench-scanner")}`,
    ].join("\n");
  }
}

/** The bench gauge's own form: status, sign, seven places, unit. */
function gaugeLine(valueMm: string, isStable: boolean): string {
  const sign = valueMm.startsWith("-") ? "-" : "+";
  const digits = valueMm.replace(/^[+-]/, "").padStart(8, "0");
  return `${isStable ? "ST" : "US"},${sign}${digits} mm`;
}
