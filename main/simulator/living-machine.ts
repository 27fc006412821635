import type { MachineMapping } from "../../shared/domain/machines/mapping.ts";
import { accept, type Result, refuse } from "../../shared/lib/result.ts";
import { unreachable } from "../../shared/lib/unreachable.ts";
import { type Clockwork, passTime } from "./clockwork.ts";
import { Flood } from "./flood.ts";
import type { MachineCommand } from "./machine-command.ts";
import { mappingOf } from "./machine-mapping.ts";
import { type MachineServer, openMachineServer } from "./machine-server.ts";
import { alarmWords, clockWords, DRIVE_WORDS, LINK_WORDS, MATERIAL_WORDS } from "./machine-words.ts";
import type { Deed } from "./machines/deed.ts";
import type { MachineDesign, MachineKey } from "./machines/machine-design.ts";
import type { LinkState } from "./network-link.ts";
import type { ToldBook } from "./told-book.ts";

/** One machine of the plant, whatever it is. */
export interface Machine {
  readonly key: MachineKey;
  readonly mapping: MachineMapping;
  readonly certificateFile: string;
  readonly namespaceUri: string;
  turnOn(): Promise<void>;
  /** Lets real time pass. @param now its end */
  tick(realMs: number, now: Date): void;
  /** @returns what happened, or why it could not, in one line */
  perform(command: MachineCommand): Promise<Result<string, string>>;
  status(): string;
  close(): Promise<void>;
}

export interface MachinePlace {
  readonly port: number;
  readonly pkiDir: string;
  readonly seed: number;
  /** Where what it tells is written down. */
  readonly book?: ToldBook | undefined;
}

export async function openMachine<State>(
  design: MachineDesign<State>,
  { port, pkiDir, seed, book }: MachinePlace,
): Promise<LivingMachine<State>> {
  return new LivingMachine(design, await openMachineServer(design, { port, pkiDir, book }), seed);
}

const LINK_STATES = { cut: "cut", freeze: "frozen", hang: "hung", heal: "open" } as const satisfies Record<
  string,
  LinkState
>;
export class LivingMachine<State> implements Machine {
  readonly mapping: MachineMapping;
  readonly #design: MachineDesign<State>;
  readonly #server: MachineServer<State>;
  readonly #flood: Flood;
  #clockwork: Clockwork<State>;
  #speed = 1;
  #machineMs = 0;
  #sinceSampleMs = 0;
  /** Turning on and off one after the other, whoever asks meanwhile. */
  #switching: Promise<void> = Promise.resolve();

  constructor(design: MachineDesign<State>, server: MachineServer<State>, seed: number) {
    this.#design = design;
    this.#server = server;
    this.#flood = new Flood(server);
    this.#clockwork = { state: design.model.start(seed), owedMs: 0 };
    this.mapping = mappingOf(design, server.endpointUrl);
  }

  get key(): MachineKey {
    return this.#design.key;
  }

  get state(): State {
    return this.#clockwork.state;
  }

  /** Something done to it that only this kind of machine knows. */
  become(state: State): void {
    this.#clockwork = { ...this.#clockwork, state };
    this.#showAll();
  }

  get certificateFile(): string {
    return this.#server.certificateFile;
  }

  get namespaceUri(): string {
    return this.#design.namespaceUri;
  }

  async turnOn(): Promise<void> {
    await this.#switch(async () => {
      await this.#server.turnOn();
      this.#showAll();
    });
  }

  tick(realMs: number, now: Date): void {
    const startMs = now.getTime() - realMs;
    this.#machineMs += realMs * this.#speed;
    this.#clockwork = passTime(this.#clockwork, {
      model: this.#design.model,
      machineMs: realMs * this.#speed,
      onStep: (state, share) => this.#server.show(state, new Date(startMs + share * realMs), ["event"]),
    });
    this.#sinceSampleMs += realMs;
    if (this.#sinceSampleMs < this.#design.sampleMs) return;
    this.#sinceSampleMs = 0;
    this.#server.show(this.state, now, ["sample"]);
  }

  async perform(command: MachineCommand): Promise<Result<string, string>> {
    const { name } = this.#design;
    switch (command.verb) {
      case "machine":
        return this.#do({ kind: "drive", to: command.to }, `${name}: ${DRIVE_WORDS[command.to]}`);
      case "material":
        return this.#do({ kind: "material", to: command.to }, `${name} ${MATERIAL_WORDS[command.to]}`);
      case "alarm":
        return this.#do({ kind: "alarm", to: command.to, code: command.code }, alarmWords(name, command));
      case "chance":
        return this.#do(
          { kind: "chance", isOn: command.isOn },
          `${name}: ${command.isOn ? "things happen by themselves" : "nothing happens by itself"}`,
        );
      case "wear":
        return this.#do(
          { kind: "wear", part: command.part, percent: command.percent },
          `${name}: the ${command.part} is ${command.percent} % worn`,
        );
      case "tool":
        return this.#do({ kind: "wear", part: "insert", percent: 0 }, "New insert put in");
      case "count":
        return this.#do({ kind: "count", parts: command.parts }, `${name} makes ${command.parts} parts`);
      case "counter":
        return this.#do({ kind: "counter", to: command.to }, `Part counter of ${name} is ${command.to}`);
      case "speed":
        this.#speed = command.factor;
        return accept(`Time of ${name} runs ${command.factor} times as fast`);
      case "network":
        await this.#server.link.set(LINK_STATES[command.to]);
        return accept(`The network to ${name} ${LINK_WORDS[command.to]}`);
      case "power":
        return this.#power(command.to);
      case "restart":
        return this.#restart(command);
      case "clock":
        this.#server.clockOffsetMs = command.offsetMs;
        return accept(`The clock of ${name} is ${clockWords(command.offsetMs)}`);
      case "corrupt":
        return this.#corrupt(command);
      case "mend":
        return this.#mend(command.signal);
      case "flood":
        return this.#startFlood(command);
      case "signals":
        return accept(this.#signalLines());
      case "truth":
        return accept(JSON.stringify(this.#truth()));
      default:
        return unreachable(command);
    }
  }

  status(): string {
    const { name, model } = this.#design;
    const corruptions = this.#server.corruptions();
    return [
      `${name} (${this.key}) ${this.#server.isOn ? model.activity(this.state) : "is off"}: ${model.describe(this.state)}`,
      `network ${this.#server.link.state}, ${this.#server.sessionCount} connected`,
      ...(this.#speed === 1 ? [] : [`${this.#speed} times as fast`]),
      ...(this.#server.clockOffsetMs === 0 ? [] : [`clock ${clockWords(this.#server.clockOffsetMs)}`]),
      ...(corruptions.length === 0 ? [] : [`corrupted: ${corruptions.join(", ")}`]),
    ].join("; ");
  }

  async close(): Promise<void> {
    this.#flood.stop();
    await this.#switch(() => this.#server.close());
  }

  #do(deed: Deed, words: string): Result<string, string> {
    const done = this.#design.model.perform(this.state, deed);
    if (!done.ok) return refuse(`${this.#design.name}: ${done.refusal}`);
    this.become(done.value);
    return accept(words);
  }

  #showAll(): void {
    this.#server.show(this.state, new Date(), ["fixed", "event", "sample"]);
  }

  async #power(to: "on" | "off"): Promise<Result<string, string>> {
    if (to === "on") await this.turnOn();
    else await this.#switch(() => this.#server.turnOff());
    return accept(`The server of ${this.#design.name} is ${to}`);
  }

  async #restart(how: { isReordered: boolean; isFresh: boolean }): Promise<Result<string, string>> {
    await this.#switch(async () => {
      await this.#server.turnOff();
      if (how.isFresh) this.#do({ kind: "counter", to: 0 }, "");
      await this.#server.turnOn(how.isReordered);
      this.#showAll();
    });
    const order = how.isReordered ? ", its namespaces in another order" : "";
    return accept(`${this.#design.name} was restarted${order}${how.isFresh ? ", its counter at 0" : ""}`);
  }

  /** Restarts follow one another; a tick between them finds the server off and shows nothing. */
  #switch(turn: () => Promise<void>): Promise<void> {
    this.#switching = this.#switching.then(turn, turn);
    return this.#switching;
  }

  #corrupt({ signal, how }: Extract<MachineCommand, { verb: "corrupt" }>): Result<string, string> {
    const known = this.#design.signals.find(
      ({ name, dataType }) => name === signal && dataType !== undefined,
    );
    if (!known) return refuse(this.#noSignal(signal));
    if (how === "nan" && known.dataType !== "Double" && known.dataType !== "Float") {
      return refuse(`${signal} is no floating-point number, so it cannot be NaN`);
    }
    this.#server.corrupt(signal, how);
    this.#showAll();
    return accept(`${this.#design.name} tells ${signal} wrong: ${how}`);
  }

  #mend(signal: string): Result<string, string> {
    const wrong = this.#server.corruptions().map((words) => words.split(" ")[0] ?? "");
    const mended = signal === "all" ? wrong : wrong.filter((name) => name === signal);
    if (mended.length === 0) return refuse(`${this.#design.name} tells ${signal} right already`);
    for (const name of mended) this.#server.corrupt(name, undefined);
    this.#showAll();
    return accept(`${this.#design.name} tells the truth of ${mended.join(", ")}`);
  }

  #noSignal(signal: string): string {
    const names = this.#design.signals
      .filter(({ dataType }) => dataType !== undefined)
      .map(({ name }) => name);
    return `${this.#design.name} has no signal "${signal}"; it has: ${names.join(", ")}`;
  }

  #startFlood({ variables, everyMs }: Extract<MachineCommand, { verb: "flood" }>): Result<string, string> {
    if (variables === 0) {
      this.#flood.stop();
      return accept(`${this.#design.name} floods no more`);
    }
    this.#flood.start(variables, everyMs);
    const node = `nsu=${this.namespaceUri};s=Flood.00001`;
    return accept(`${this.#design.name}: ${variables} variables change every ${everyMs} ms, from ${node} on`);
  }

  #signalLines(): string {
    return this.#design.signals
      .map(({ name, id, dataType }) => `${name}  nsu=${this.namespaceUri};s=${id}  ${dataType ?? "(model)"}`)
      .join("\n");
  }

  #truth(): object {
    return {
      machine: this.key,
      machineId: this.#design.machineId,
      machineMs: Math.round(this.#machineMs),
      activity: this.#design.model.activity(this.state),
      made: this.#design.model.made(this.state),
      clockOffsetMs: this.#server.clockOffsetMs,
      sessions: this.#server.sessionCount,
      signals: this.#server.told(),
      flood: this.#flood.truth(),
    };
  }
}
