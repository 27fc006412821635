import { DataType, NodeId } from "node-opcua-client";
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

/** The part of the library's alarm conditions that is used here; its base package leaves them out of its types. */
interface ServedAlarm {
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

interface AlarmNamespace {
  instantiateAlarmCondition(type: NodeId, options: object): ServedAlarm;
}

const SUBSCRIBE_TO_EVENTS = 1;

/** The conditions of one server. */
export class ServedAlarms {
  readonly #space: AddressSpace;
  readonly #namespace: OwnNamespace;
  readonly #notifiers = new Set<ServedObject>();
  readonly #alarms = new Map<string, ServedAlarm>();

  constructor(space: AddressSpace, namespace: OwnNamespace) {
    this.#space = space;
    this.#namespace = namespace;
    space.installAlarmsAndConditionsService(); // binds ConditionRefresh
  }

  /** @throws when the companion model has no such type */
  add({ id, browseName, type, errorCode }: OpcuaAlarm, owner: ServedObject): void {
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
    this.#alarms.set(id, alarm);
  }

  tell(id: string, { isActive, message, severity, at }: AlarmState): void {
    const alarm = this.#alarms.get(id);
    if (!alarm) throw new Error(`The OPC UA server has no alarm "${id}"`);
    if (isActive) alarm.activateAlarm();
    else alarm.deactivateAlarm(false);
    alarm.raiseNewCondition({ message, severity, time: at, retain: isActive });
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
