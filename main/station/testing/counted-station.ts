import { join } from "node:path";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { MachineLinkView } from "../../../shared/screen/machine-link-view.ts";
import { parseConfig } from "../config/read-config.ts";
import type { Signal } from "../devices/device-events.ts";
import { type MachineFeed, startMachineFeed } from "../devices/opcua/machine-feed.ts";
import { endpointOf } from "../life/endpoint-of.ts";
import { type ComposedStation, composeStation } from "./composed-station.ts";
import type { PacedClock } from "./paced-clock.ts";
import { COLLECTOR_PROGRAM } from "./station-programs.ts";

/** Sessions end this long after a cut, so that both kinds of cut take seconds. */
const SESSION_TIMEOUT_MS = 10_000;
const TICK_MS = 100;
const PAGE = 1_000;

export interface CountedSignal {
  /** Sums of the journal. */
  readonly pieces: number;
  readonly scrap: number;
  /** The newest reading. */
  readonly counter: number;
}

/** Of the payload of an entry parts.counted. */
interface CountedPart {
  readonly machineId: string;
  readonly signalId: string;
  readonly delta: number;
  readonly scrap: number;
  readonly counter: number;
  readonly kind: string;
}

/** A station that listens to real machines and counts; its books outlive its processes. */
export class CountedStation {
  readonly gapCauses: Record<string, number> = {};
  readonly kinds: Record<string, number> = {};
  readonly logged: string[] = [];
  readonly #folder: string;
  readonly #machines: readonly MachineMapping[];
  readonly #clock: PacedClock;
  readonly #links = new Map<string, MachineLinkView>();
  readonly #counted = new Map<string, CountedSignal>();
  #composed: ComposedStation;
  #feed: MachineFeed;
  #readSeq = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(folder: string, machines: readonly MachineMapping[], clock: PacedClock) {
    this.#folder = folder;
    this.#machines = machines;
    this.#clock = clock;
    this.#composed = this.#compose();
    this.#feed = this.#listen();
    this.#timer = setInterval(() => this.#composed.station.tick(), TICK_MS);
  }

  static pkiDir(folder: string): string {
    return join(folder, "pki");
  }

  get signalFolder(): string {
    return this.#folder;
  }

  isConnected(): boolean {
    return this.#machines.every(({ machineId }) => this.#links.get(machineId)?.state === "ok");
  }

  isLost(machineId: string): boolean {
    return this.#links.get(machineId)?.state === "lost";
  }

  /** @returns undefined before its first reading */
  counted(machineId: string, signalId: string): CountedSignal | undefined {
    this.#readJournal();
    return this.#counted.get(`${machineId} ${signalId}`);
  }

  /** SIGKILL to the process that listens; it is started again. */
  killCollector(): void {
    this.#feed.kill();
  }

  /** Both processes end without a word, and the station starts on what is on its disk. */
  async killStation(): Promise<void> {
    this.#feed.kill();
    await this.#feed.stop();
    this.#composed.abandon();
    this.#composed = this.#compose();
    this.#feed = this.#listen();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#feed.stop();
    this.#readJournal();
    this.#composed.close();
  }

  #compose(): ComposedStation {
    const config = parseConfig("{}", "defaults");
    return composeStation(this.#folder, { config, machines: this.#machines, clock: this.#clock });
  }

  #listen(): MachineFeed {
    const own = {
      stationId: "counted",
      pkiDir: CountedStation.pkiDir(this.#folder),
      secrets: { mesToken: null, machinePasswords: new Map() },
    };
    const endpoints = this.#machines.map((machine) => ({
      ...endpointOf(machine, own),
      sessionTimeoutMs: SESSION_TIMEOUT_MS,
    }));
    const paced = (signal: Signal): Signal => ({
      ...signal,
      sourceUtc: signal.sourceUtc === null ? null : this.#clock.paced(signal.sourceUtc),
    });
    const signals = (): ComposedStation["station"]["signals"] => this.#composed.station.signals;
    this.#links.clear();
    return startMachineFeed(
      { machines: endpoints, signalFolder: this.#folder },
      {
        signals: (machineId, batch) => signals().signals(batch.map(paced), machineId),
        alarms: (machineId, sourceId, notices) => signals().alarms(notices, { machineId, sourceId }),
        gap: (machineId, gap) => signals().gap(gap, machineId),
        status: (machineId, { state }) => signals().connected(state === "ok", machineId),
        link: (machineId, link) => void this.#links.set(machineId, link),
        latest: () => undefined,
        log: (level, message) => level !== "info" && this.logged.push(message),
      },
      COLLECTOR_PROGRAM,
    );
  }

  #readJournal(): void {
    for (;;) {
      const entries = this.#composed.station.services.journal(this.#readSeq, PAGE);
      for (const { seq, type, payload } of entries) {
        this.#readSeq = seq;
        if (type === "parts.counted") this.#add(JSON.parse(payload) as CountedPart);
        if (type === "machine.gap-recorded") {
          const { cause } = JSON.parse(payload) as { cause: string };
          this.gapCauses[cause] = (this.gapCauses[cause] ?? 0) + 1;
        }
      }
      if (entries.length < PAGE) return;
    }
  }

  #add(part: CountedPart): void {
    const key = `${part.machineId} ${part.signalId}`;
    const before = this.#counted.get(key) ?? { pieces: 0, scrap: 0 };
    this.kinds[part.kind] = (this.kinds[part.kind] ?? 0) + 1;
    this.#counted.set(key, {
      pieces: before.pieces + part.delta,
      scrap: before.scrap + part.scrap,
      counter: part.counter,
    });
  }
}
