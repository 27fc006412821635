import {
  type CallMethodResultOptions,
  DataType,
  type LocalizedText,
  NodeId,
  StatusCodes,
  type Variant,
} from "node-opcua-client";
import type { AddressSpace, OwnNamespace, ServedObject } from "./address-space.ts";
import type { OpcuaAlarm } from "./opcua-description.ts";

export interface AlarmState {
  readonly isActive: boolean;
  readonly message: string;
  /** 1 to 1000. */
  readonly severity: number;
  /** By the machine's clock. */
  readonly at: Date;
}

/** What a condition is at, of the library's snapshot of it. */
interface AlarmBranch {
  getAckedState(): boolean;
  setAckedState(isAcknowledged: boolean): void;
  getActiveState(): boolean;
  setComment(comment: LocalizedText): void;
  setRetain(isRetained: boolean): void;
}

/** The part of the library's alarm conditions that is used here; its base package leaves them out of its types. */
interface ServedAlarm {
  readonly acknowledge: { bindMethod(method: AcknowledgeMethod): void };
  currentBranch(): AlarmBranch;
  findBranchForEventId(eventId: Uint8Array): AlarmBranch | null;
  raiseNewBranchState(branch: AlarmBranch): void;
  activateAlarm(): void;
  deactivateAlarm(isRetained: boolean): void;
  raiseNewCondition(info: {
    readonly message: string;
    readonly severity: number;
    readonly time: Date;
    readonly retain: boolean;
  }): void;
  getPropertyByName(
    name: string,
    namespaceIndex: number,
  ): { setValueFromSource(value: { dataType: DataType; value: unknown }): void } | null;
}

type AcknowledgeMethod = (inputs: readonly Variant[], context: unknown) => Promise<CallMethodResultOptions>;

interface KeptAlarm {
  readonly alarm: ServedAlarm;
  readonly wantsAcknowledgement: boolean;
}

interface AlarmNamespace {
  instantiateAlarmCondition(type: NodeId, options: object): ServedAlarm;
}

const SUBSCRIBE_TO_EVENTS = 1;

/** The conditions of one server. */
export class ServedAlarms {
  readonly #space: AddressSpace;
  readonly #namespace: OwnNamespace;
  readonly #notifiers = new Set<ServedObject>();
  readonly #alarms = new Map<string, KeptAlarm>();

  constructor(space: AddressSpace, namespace: OwnNamespace) {
    this.#space = space;
    this.#namespace = namespace;
    space.installAlarmsAndConditionsService(); // binds ConditionRefresh
  }

  /** @throws when the companion model has no such type */
  add(described: OpcuaAlarm, owner: ServedObject): void {
    const { id, browseName, type, errorCode, deniesAcknowledgement = false } = described;
    const { wantsAcknowledgement = deniesAcknowledgement } = described;
    const index = type === undefined ? 0 : this.#space.getNamespaceIndex(type.uri);
    const typeName = type?.name ?? "AlarmConditionType";
    const alarmType = this.#space.findEventType(typeName, index);
    if (!alarmType) throw new Error(`There is no type of alarms ${typeName}`);
    this.#makeNotifier(owner);
    const namespace = this.#namespace as unknown as AlarmNamespace;
    const alarm = namespace.instantiateAlarmCondition(alarmType.nodeId, {
      nodeId: `s=${id}`,
      browseName,
      conditionName: browseName,
      componentOf: owner,
      conditionSource: owner,
      inputNode: NodeId.nullNodeId,
    });
    if (errorCode !== undefined) {
      alarm
        .getPropertyByName("ErrorCode", index)
        ?.setValueFromSource({ dataType: DataType.String, value: errorCode });
    }
    alarm.acknowledge.bindMethod(async ([eventId, comment], _context) => ({
      outputArguments: [],
      statusCode: deniesAcknowledgement
        ? StatusCodes.BadUserAccessDenied
        : acknowledged(alarm, eventId?.value, comment?.value),
    }));
    this.#alarms.set(id, { alarm, wantsAcknowledgement });
  }

  tell(id: string, { isActive, message, severity, at }: AlarmState): void {
    const kept = this.#alarms.get(id);
    if (!kept) throw new Error(`The OPC UA server has no alarm "${id}"`);
    const { alarm, wantsAcknowledgement } = kept;
    if (isActive) alarm.activateAlarm();
    else alarm.deactivateAlarm(false);
    const branch = alarm.currentBranch();
    if (!wantsAcknowledgement) branch.setAckedState(true);
    alarm.raiseNewCondition({ message, severity, time: at, retain: isActive || !branch.getAckedState() });
  }

  /** Its events are heard at the object, and at the server as all events are. The library wants HasEventSource exactly. */
  #makeNotifier(owner: ServedObject): void {
    if (this.#notifiers.has(owner)) return;
    this.#notifiers.add(owner);
    owner.setEventNotifier(SUBSCRIBE_TO_EVENTS);
    this.#space.rootFolder.objects.server.addReference({
      referenceType: "HasEventSource",
      nodeId: owner.nodeId,
    });
  }
}

/**
 * As the standard wants it: the library's own method says Good twice, and retains no active alarm any more once somebody
 * has acknowledged it.
 */
function acknowledged(alarm: ServedAlarm, eventId: unknown, comment: unknown) {
  const branch = eventId instanceof Uint8Array ? alarm.findBranchForEventId(eventId) : null;
  if (branch === null) return StatusCodes.BadEventIdUnknown;
  if (branch.getAckedState()) return StatusCodes.BadConditionBranchAlreadyAcked;
  branch.setAckedState(true);
  branch.setComment(comment as LocalizedText);
  branch.setRetain(branch.getActiveState());
  alarm.raiseNewBranchState(branch);
  return StatusCodes.Good;
}
