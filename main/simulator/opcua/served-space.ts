import { DataType, resolveNodeId, StatusCodes, Variant, VariantArrayType } from "node-opcua-client";
import type { OPCUAServer } from "node-opcua-server";
import type { AddressSpace, OwnNamespace, ServedObject } from "./address-space.ts";
import {
  type EngineeringUnit,
  euInformation,
  type OpcuaNode,
  type OpcuaStructure,
  type OpcuaValue,
  type TypedObject,
} from "./opcua-description.ts";
import type { OpcuaServerOptions, WriteOptions } from "./opcua-server-options.ts";
import { type AlarmState, ServedAlarms } from "./served-alarms.ts";

type ServerVariable = ReturnType<OwnNamespace["addVariable"]>;

interface ServedVariable {
  readonly variable: ServerVariable;
  readonly dataType: DataType;
  /** As declared, to come back to after a time as text. */
  readonly dataTypeNode: ServerVariable["dataType"];
}

const TEXT = resolveNodeId("String");
const MIDDLE_SEVERITY = 500;

/** The nodes of one machine in its server. */
export class ServedSpace {
  readonly #space: AddressSpace;
  readonly #namespace: OwnNamespace;
  readonly #machine: ServedObject;
  readonly #alarms: ServedAlarms;
  readonly #served = new Map<string, ServedVariable>();

  constructor(server: OPCUAServer, options: OpcuaServerOptions) {
    const space = server.engine.addressSpace;
    if (!space) throw new Error("The OPC UA server has no address space after initialize()");
    this.#space = space;
    for (const uri of options.earlierNamespaceUris ?? []) space.registerNamespace(uri);
    this.#namespace = space.registerNamespace(options.namespaceUri);
    this.#machine = this.#namespace.addObject({
      organizedBy: space.rootFolder.objects,
      browseName: "Machine",
      nodeId: "s=Machine",
    });
    for (const object of options.objects ?? []) this.#addObject(object);
    this.addNodes(options.nodes);
    this.#alarms = new ServedAlarms(space, this.#namespace);
    for (const alarm of options.alarms ?? []) {
      this.#alarms.add(
        alarm,
        alarm.of === undefined ? this.#machine : (this.#node(alarm.of) as ServedObject),
      );
    }
  }

  addNodes(nodes: readonly OpcuaNode[]): void {
    for (const node of nodes) {
      if (!this.#served.has(node.id)) this.#served.set(node.id, this.#addVariable(node));
    }
  }

  write(id: string, value: OpcuaValue, how: WriteOptions = {}): void {
    const { variable, dataType, dataTypeNode } = this.#variable(id);
    const typeNow = how.asText ? TEXT : dataTypeNode;
    // The library remembers the basic type that it once derived from the data type.
    if (variable.dataType !== typeNow) Object.assign(variable, { dataType: typeNow, _basicDataType: null });
    const variant = this.#variant(value, how.asText ? DataType.String : dataType, dataTypeNode);
    variable.setValueFromSource(variant, StatusCodes[how.status ?? "Good"], how.sourceTime ?? new Date());
  }

  enterState(id: string, stateName: string | undefined, how: WriteOptions = {}): void {
    const state = stateName === undefined ? undefined : this.#stateOf(id, stateName);
    const sourceTime = how.sourceTime ?? new Date();
    const put = (part: string, dataType: DataType, value: unknown) => {
      const node = this.#namespace.findNode(`s=${id}-${part}`) as ServerVariable | null;
      const status = state === undefined ? StatusCodes.BadStateNotActive : StatusCodes.Good;
      node?.setValueFromSource({ dataType, value }, status, sourceTime);
    };
    put("CurrentState-Id", DataType.NodeId, state?.nodeId ?? resolveNodeId("i=0"));
    put("CurrentState-Number", DataType.UInt32, state?.number ?? 0);
    put("CurrentState", DataType.LocalizedText, { text: stateName ?? "", locale: "en" });
  }

  tellAlarm(id: string, state: AlarmState): void {
    this.#alarms.tell(id, state);
  }

  tellEvent(typeName: string, message = ""): void {
    this.#space.rootFolder.objects.server.raiseEvent(typeName, {
      message: { dataType: DataType.LocalizedText, value: { text: message, locale: "en" } },
      severity: { dataType: DataType.UInt16, value: MIDDLE_SEVERITY },
    });
  }

  #addVariable(node: OpcuaNode): ServedVariable {
    const dataType = DataType[node.dataType];
    const owner = node.componentOf === undefined ? this.#machine : this.#node(node.componentOf);
    const options = {
      componentOf: owner,
      browseName: node.browseName ?? node.id,
      nodeId: `s=${node.id}`,
      dataType,
      minimumSamplingInterval: 0,
      ...(node.unit === undefined ? {} : { typeDefinition: "AnalogUnitType" }),
    };
    const variable = this.#namespace.addVariable(options);
    if (node.unit) this.#addUnit(node.id, variable, node.unit);
    variable.setValueFromSource({ dataType, value: EMPTY[node.dataType] });
    return { variable, dataType, dataTypeNode: variable.dataType };
  }

  #addUnit(id: string, variable: ServerVariable, unit: EngineeringUnit): void {
    const property = this.#namespace.addVariable({
      propertyOf: variable,
      browseName: { name: "EngineeringUnits", namespaceIndex: 0 },
      dataType: "EUInformation",
      nodeId: `s=${id}-EngineeringUnits`,
    });
    const value = this.#space.constructExtensionObject(property.dataType, { ...euInformation(unit) });
    property.setValueFromSource({ dataType: DataType.ExtensionObject, value });
  }

  #addObject({ id, browseName, type, under, optionals, variable }: TypedObject): void {
    const parent = this.#parentOf(under);
    const instance = {
      namespace: this.#namespace,
      nodeId: `s=${id}`,
      browseName,
      ...(typeof under === "string" ? { componentOf: parent } : { organizedBy: parent }),
      optionals: [...(optionals ?? [])],
    };
    const index = this.#space.getNamespaceIndex(type.uri);
    const variableType = variable && this.#space.findVariableType(type.name, index);
    const objectType = variable ? undefined : this.#space.findObjectType(type.name, index);
    if (variable && variableType) variableType.instantiate({ ...instance, dataType: DataType[variable] });
    else if (objectType) objectType.instantiate(instance);
    else throw new Error(`The companion model ${type.uri} has no type ${type.name}`);
  }

  #parentOf(under: TypedObject["under"]) {
    if (under === undefined) return this.#space.rootFolder.objects;
    if (typeof under === "string") return this.#node(under);
    const index = this.#space.getNamespaceIndex(under.uri);
    const node = this.#space.findNode(`ns=${index};i=${under.nodeNumber}`);
    if (!node) throw new Error(`The companion model ${under.uri} has no node ${under.nodeNumber}`);
    return node;
  }

  #node(id: string) {
    const node = this.#namespace.findNode(`s=${id}`);
    if (!node) throw new Error(`The OPC UA server has no node "${id}"`);
    return node;
  }

  /** A declared variable, or one that came with an object of a companion model. */
  #variable(id: string): ServedVariable {
    const known = this.#served.get(id);
    if (known) return known;
    const variable = this.#node(id) as ServerVariable;
    const basic = this.#space.findDataType(variable.dataType)?.getBasicDataType();
    if (basic === undefined) throw new Error(`The node "${id}" is no variable`);
    // Number and UInteger come as Variant: where the models leave the type open, these machines count.
    const dataType = basic === DataType.Variant ? DataType.UInt32 : basic;
    variable.minimumSamplingInterval = 0; // the models leave it open, and the library then polls
    const served = { variable, dataType, dataTypeNode: variable.dataType };
    this.#served.set(id, served);
    return served;
  }

  #stateOf(id: string, stateName: string) {
    const machine = this.#node(id) as ServedObject;
    for (let type = machine.typeDefinitionObj; ; type = type.subtypeOfObj) {
      const state = type.getComponents().find((part) => part.browseName.name === stateName);
      if (state) return { nodeId: state.nodeId, number: stateNumberOf(state as ServedObject) };
      if (!type.subtypeOfObj) throw new Error(`The state machine "${id}" has no state ${stateName}`);
    }
  }

  #variant(value: OpcuaValue, dataType: DataType, type: ServerVariable["dataType"]): Variant {
    if (value === null) return new Variant({ dataType: DataType.Null });
    const coded = Array.isArray(value)
      ? (value as readonly (string | OpcuaStructure)[]).map((each) => this.#coded(each, dataType, type))
      : this.#coded(value as SingleValue, dataType, type);
    return new Variant({
      dataType,
      arrayType: Array.isArray(value) ? VariantArrayType.Array : VariantArrayType.Scalar,
      value: coded,
    });
  }

  #coded(value: SingleValue, dataType: DataType, type: ServerVariable["dataType"]): unknown {
    if (dataType === DataType.LocalizedText) return { text: value, locale: "en" };
    if (typeof value !== "object" || value instanceof Date) {
      return dataType === DataType.String ? String(value) : value;
    }
    return this.#space.constructExtensionObject(type, value);
  }
}

type SingleValue = number | boolean | string | Date | OpcuaStructure;

function stateNumberOf(state: ServedObject): number {
  return (state.getPropertyByName("StateNumber")?.readValue().value.value as number | undefined) ?? 0;
}

const EMPTY = {
  Boolean: false,
  UInt16: 0,
  Int32: 0,
  UInt32: 0,
  Float: 0,
  Double: 0,
  String: "",
  DateTime: new Date(0),
  LocalizedText: { text: "", locale: "en" },
} as const;
