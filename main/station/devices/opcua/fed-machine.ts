import type { AlarmNotice } from "../../../../shared/domain/machines/alarms/alarm-notice.ts";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import type { MachineLinkView } from "../../../../shared/screen/machine-link-view.ts";
import type { DeviceStatus, Signal, SignalGap } from "../device-events.ts";
import { StatusKeeper, wallUtc } from "../device-status.ts";
import type { MachineHealth, MachineMessage } from "./collector-messages.ts";
import { GapTracker } from "./gap-tracker.ts";
import type { MachineEndpoint } from "./machine-endpoint.ts";

export interface FedMachineHandlers {
  /** Values in the order the machine sent them, one call per notification; without values: it sent only others. */
  signals(machineId: string, batch: readonly Signal[]): void;
  /** What it told of its alarms by events, in its order. */
  alarms(machineId: string, sourceId: string, notices: readonly AlarmNotice[]): void;
  status(machineId: string, status: DeviceStatus): void;
  /** Called before the batch that ends the gap. */
  gap(machineId: string, gap: SignalGap): void;
  /** How the connection is: once a second, and at each change of its state. */
  link(machineId: string, link: MachineLinkView): void;
}

/** Nothing was heard yet. */
const UNKNOWN = {
  certificate: null,
  valuesPerSecond: 0,
  valuesReceived: 0,
  sessionsOpened: 0,
  cuts: 0,
  sessionSinceUtc: null,
  lastHeardUtc: null,
  negotiated: null,
  staleSignalIds: [],
} as const;

/** What is known of one machine, whichever process listens to it. */
export class FedMachine {
  readonly status: StatusKeeper;
  readonly gaps = new GapTracker();
  readonly #endpoint: MachineEndpoint;
  readonly #handlers: FedMachineHandlers;
  #health: Omit<MachineHealth, "machineId">;
  #shown: DeviceStatus | undefined;
  #lastGap: SignalGap | undefined;

  constructor(endpoint: MachineEndpoint, handlers: FedMachineHandlers) {
    this.#endpoint = endpoint;
    this.#handlers = handlers;
    this.#health = { ...UNKNOWN, signalCount: endpoint.signals.length };
    this.status = new StatusKeeper({ name: "machine", path: endpoint.endpointUrl }, (status) => {
      this.#shown = status;
      handlers.status(endpoint.machineId, status);
      this.#tellLink();
    });
  }

  receive(message: MachineMessage): void {
    switch (message.kind) {
      case "signals":
        this.#deliver(message.batch);
        break;
      case "alarms":
        if (message.notices.some(({ kind }) => kind === "told")) this.#endGap();
        this.#handlers.alarms(this.#endpoint.machineId, message.sourceId, message.notices);
        break;
      case "unchanged":
        this.gaps.heardNothingNew(wallUtc());
        break;
      case "interrupted":
        this.gaps.interrupted(message.cause);
        break;
      case "status":
        this.status.set(message.state, message.detail);
        break;
      default:
        unreachable(message);
    }
  }

  feels(health: MachineHealth): void {
    const { machineId: _machineId, ...rest } = health;
    this.#health = rest;
    this.#tellLink();
  }

  /** The process that listened to it is gone, and so are its values per second. */
  processEnded(): void {
    this.gaps.interrupted("collector-restarted");
    this.#health = { ...this.#health, valuesPerSecond: 0, sessionSinceUtc: null };
    this.status.set("lost", "The OPC UA process ended and is being restarted");
  }

  #deliver(batch: readonly Signal[]): void {
    this.#endGap();
    this.#handlers.signals(this.#endpoint.machineId, batch);
  }

  #endGap(): void {
    const gap = this.gaps.heardValues(wallUtc());
    if (gap) {
      this.#lastGap = gap;
      this.#handlers.gap(this.#endpoint.machineId, gap);
    }
  }

  #tellLink(): void {
    const { endpointUrl, machineId, securityMode, securityPolicy, identity, user } = this.#endpoint;
    const { state = "off", detail = "" } = this.#shown ?? {};
    const open = this.gaps.open;
    this.#handlers.link(machineId, {
      ...this.#health,
      endpointUrl,
      state,
      detail,
      security: {
        mode: securityMode,
        policy: securityMode === "None" ? null : (securityPolicy ?? "Basic256Sha256"),
        identity: identity ?? (user === undefined ? "anonymous" : "user"),
      },
      lastGap: open === undefined ? (this.#lastGap ?? null) : { ...open, toUtc: null },
    });
  }
}
