import { existsSync } from "node:fs";
import { join } from "node:path";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import { refusal } from "../../../shared/domain/refusal.ts";
import { accept, refuse } from "../../../shared/lib/result.ts";
import type { MachineConnection, StoredMapping } from "../../../shared/screen/commissioning.ts";
import type { DataFolder } from "../config/data-folder.ts";
import { mappingVersion, storedMapping } from "../config/mapping-text.ts";
import { readMachines } from "../config/read-machines.ts";
import { readSecrets } from "../config/read-secrets.ts";
import type { StationConfig } from "../config/station-config.ts";
import type { MachineFeed } from "../devices/opcua/machine-feed.ts";
import { judgeCertificate, listCertificates } from "../devices/opcua/server-trust.ts";
import { isNoSpace } from "../store/reserve.ts";
import type { MachineRoom } from "../work/machine-room.ts";
import { endpointOf } from "./endpoint-of.ts";
import { type StagedMapping, stagedMapping } from "./staged-mapping.ts";
import { type MachineParts, startMachines } from "./start-machines.ts";

interface RoomParts extends MachineParts {
  readonly config: StationConfig;
  readonly folder: DataFolder;
}

export interface StationMachineRoom extends MachineRoom {
  /** As the mapping has them now. */
  machines(): readonly MachineMapping[];
  /** The MES has the roll-ups of everything up to this segment of the store of signals. */
  rollupsSent(upTo: number): void;
  /** Listens to the machines of the mapping. @returns how to end it */
  start(): Promise<{ stop(): Promise<void> }>;
}

/** All machines of this station: listening to them, looking into new ones, and a mapping that can change meanwhile. */
export function openMachineRoom(parts: RoomParts): StationMachineRoom {
  return new Room(parts);
}

class Room implements StationMachineRoom {
  #parts: RoomParts;
  #feed: Promise<MachineFeed> | undefined;
  /** One change of the machines after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(parts: RoomParts) {
    this.#parts = parts;
  }

  machines(): readonly MachineMapping[] {
    return this.#parts.machines;
  }

  rollupsSent(upTo: number): void {
    void this.#feed?.then((feed) => feed.sent(upTo));
  }

  async start(): Promise<{ stop(): Promise<void> }> {
    this.#feed ??= startMachines(this.#parts);
    await this.#feed;
    return {
      stop: async () => {
        await this.#turn;
        await (await this.#feed)?.stop();
      },
    };
  }

  readonly ask: MachineRoom["ask"] = async (question) => {
    await this.#turn;
    this.#feed ??= startMachines(this.#parts);
    return (await this.#feed).ask(question);
  };

  endpointFor({ endpointUrl, security, machineId, password }: MachineConnection) {
    const mapping = {
      machineId: machineId ?? "new",
      name: machineId ?? "new",
      workUnit: "",
      endpointUrl,
      security,
      signals: [],
      alarmSources: [],
    } satisfies Omit<MachineMapping, "rules">;
    const endpoint = endpointOf(mapping, this.#parts);
    return password === null ? endpoint : { ...endpoint, password };
  }

  mapping(): StoredMapping {
    return storedMapping(this.#parts.folder.mapping, this.#parts.machines);
  }

  versionOf(text: string): string {
    return mappingVersion(text);
  }

  hasPassword(machineId: string): boolean {
    return this.#parts.secrets.machinePasswords.has(machineId) || existsSync(this.#passwordFile(machineId));
  }

  stage(text: string, passwords: Readonly<Record<string, string>>): ReturnType<MachineRoom["stage"]> {
    try {
      this.#staged.put(text, passwords);
    } catch (error) {
      if (!isNoSpace(error)) throw error;
      return refuse(refusal("storage-full"));
    }
    return accept(undefined);
  }

  dropStaged(): void {
    this.#staged.drop();
  }

  async takeStaged(): Promise<void> {
    const { folder, config, station } = this.#parts;
    this.#staged.take();
    const { shown, connected } = readMachines(folder.mapping, config);
    const secrets = readSecrets(config, connected, folder.secrets);
    this.#parts = { ...this.#parts, machines: connected, secrets };
    await this.restart(() => {
      const { devices, links } = station.memory;
      for (const machineId of links.keys()) devices.delete(machineId);
      links.clear();
      station.remap(shown);
    });
  }

  /** @param between what changes while nothing is listened to */
  restart(between: () => void = () => undefined): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      const wasListening = this.#feed !== undefined;
      await (await this.#feed)?.stop();
      between();
      this.#feed = wasListening ? startMachines(this.#parts) : undefined;
    });
    return this.#turn;
  }

  certificates(): ReturnType<MachineRoom["certificates"]> {
    return listCertificates(this.#parts.pkiDir);
  }

  judge(sha256: string, verdict: "trusted" | "rejected"): ReturnType<MachineRoom["judge"]> {
    return judgeCertificate(this.#parts.pkiDir, sha256, verdict);
  }

  get #staged(): StagedMapping {
    return stagedMapping(this.#parts.folder);
  }

  #passwordFile(machineId: string): string {
    return join(this.#parts.folder.secrets, `${machineId}.password`);
  }
}
