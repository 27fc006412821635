import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { hostname } from "node:os";
import path from "node:path";
// The vocabulary (status codes, data types) of the library's two halves is exported by its client package only.
import {
  DataType,
  MessageSecurityMode,
  resolveNodeId,
  SecurityPolicy,
  StatusCodes,
  Variant,
  VariantArrayType,
} from "node-opcua-client";
import { CertificateManager } from "node-opcua-pki";
import { OPCUAServer, type OPCUAServerOptions } from "node-opcua-server";
import {
  type CertificateFlaws,
  type CompanionModel,
  type EncryptingPolicy,
  type EngineeringUnit,
  euInformation,
  MODEL_FILES,
  type OpcuaNode,
  type OpcuaStructure,
  type OpcuaValue,
  type TypedObject,
} from "./opcua-description.ts";

export interface OpcuaServerOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly pkiDir: string;
  readonly applicationUri: string;
  readonly namespaceUri: string;
  /** Registered before `namespaceUri`, which moves its index: what a PLC update does. */
  readonly earlierNamespaceUris?: readonly string[];
  readonly nodes: readonly OpcuaNode[];
  /** Companion models to load, each after those it builds on. */
  readonly models?: readonly CompanionModel[];
  readonly objects?: readonly TypedObject[];
  /** The address clients are told, when a link lies in front of the server. */
  readonly advertisedPort?: number;
  /** With a user, anonymous clients are refused unless `alsoAnonymous`. Users with a certificate are always let in. */
  readonly user?: { readonly name: string; readonly password: string };
  readonly alsoAnonymous?: boolean;
  /** Basic256Sha256 alone when left out. */
  readonly policies?: readonly EncryptingPolicy[];
  /** A laboratory server without any security; off unless asked for. */
  readonly allowsNoSecurity?: boolean;
  readonly certificate?: CertificateFlaws;
  /** Name in the certificate. */
  readonly productName?: string;
}

export interface WriteOptions {
  /** Name from the StatusCodes table, e.g. "BadSensorFailure"; Good when left out. */
  readonly status?: "Good" | "BadSensorFailure" | "UncertainLastUsableValue" | "BadOutOfService";
  /** Also the server's time of the value: a machine has one clock. */
  readonly sourceTime?: Date;
  /** The node becomes a text, as when an update of the PLC changes the type of a tag. */
  readonly asText?: boolean;
}

export interface RunningOpcuaServer {
  readonly endpointUrl: string;
  readonly port: number;
  readonly certificateFile: string;
  /** @throws when there is no such node, or the value does not fit it */
  write(id: string, value: OpcuaValue, options?: WriteOptions): void;
  /** Puts a state machine of a companion model into a state; undefined: none at all. @throws when it has no such state */
  enterState(id: string, stateName: string | undefined, options?: WriteOptions): void;
  /** Adds variables while it runs; those that exist already stay. */
  addNodes(nodes: readonly OpcuaNode[]): void;
  sessionCount(): number;
  stop(): Promise<void>;
}

/** A real OPC UA server with its own certificate; answers signed or encrypted sessions only, unless told otherwise. */
export async function startOpcuaServer(options: OpcuaServerOptions): Promise<RunningOpcuaServer> {
  const { certificates, certificateFile } = await openCertificates(options);
  const server = new OPCUAServer(serverOptions(options, certificates, certificateFile));
  await server.initialize();
  const space = new ServedSpace(server, options);
  await server.start();
  const port = server.endpoints[0]?.port ?? options.port;
  return {
    endpointUrl: `opc.tcp://127.0.0.1:${options.advertisedPort ?? port}`,
    port,
    certificateFile,
    write: (id, value, how) => space.write(id, value, how),
    enterState: (id, stateName, how) => space.enterState(id, stateName, how),
    addNodes: (nodes) => space.addNodes(nodes),
    sessionCount: () => server.currentSessionCount,
    stop: () => server.shutdown(100),
  };
}

/** Makes a server's key and certificate, once. @returns the certificate's file, to be trusted before the server runs */
export async function ensureCertificate(
  options: Pick<OpcuaServerOptions, "pkiDir" | "applicationUri" | "certificate" | "productName">,
): Promise<string> {
  return (await openCertificates(options)).certificateFile;
}

/**
 * The machine's side of trust. A real machine's maker decides whom to let in; the simulated one takes any
 * valid client, so that connecting to it needs no step at the machine.
 */
class MachineCertificates extends CertificateManager {
  referenceCounter = 0;
  /** The library asks for clients with a promise, and for users with a callback. */
  async checkCertificate(
    _certificate?: unknown,
    tell?: (error: null, status: typeof StatusCodes.Good) => void,
  ) {
    tell?.(null, StatusCodes.Good);
    return StatusCodes.Good;
  }
  async getTrustStatus() {
    return StatusCodes.Good;
  }
}

type CertificateOptions = Pick<
  OpcuaServerOptions,
  "pkiDir" | "applicationUri" | "certificate" | "productName"
>;

async function openCertificates(options: CertificateOptions) {
  const certificates = new MachineCertificates({ location: options.pkiDir, disableFileWatchers: true });
  await certificates.initialize();
  const certificateFile = await ensureOwnCertificate(certificates, options);
  return { certificates, certificateFile };
}

async function ensureOwnCertificate(certificates: CertificateManager, options: CertificateOptions) {
  const file = path.join(certificates.ownCertFolder, "server.pem");
  const existing = await readFile(file).catch(() => undefined); // first start: there is none yet
  if (existing) return file;
  const { applicationUri, certificate: flaws = {}, productName = "CNC Lathe 2" } = options;
  await certificates.createSelfSignedCertificate({
    applicationUri: flaws.applicationUri ?? applicationUri,
    dns: flaws.hostName === undefined ? [hostname(), "localhost"] : [flaws.hostName],
    ip: flaws.hostName === undefined ? ["127.0.0.1"] : [],
    outputFile: file,
    subject: `/CN=${productName} (simulated)/O=Takt`,
    startDate: flaws.startDate ?? new Date(),
    validity: flaws.validityDays ?? 365 * 10,
  });
  return file;
}

function serverOptions(
  options: OpcuaServerOptions,
  certificates: CertificateManager,
  certificateFile: string,
): OPCUAServerOptions {
  // The library types its own subclass of CertificateManager here, with private members; it calls no more
  // than the methods MachineCertificates has.
  const store = certificates as unknown as NonNullable<OPCUAServerOptions["userCertificateManager"]>;
  const none = options.allowsNoSecurity === true;
  const policies = (options.policies ?? ["Basic256Sha256"]).map((name) => SecurityPolicy[name]);
  return {
    port: options.port,
    host: "127.0.0.1",
    hostname: "127.0.0.1",
    ...(options.advertisedPort === undefined
      ? {}
      : { advertisedEndpoints: `opc.tcp://127.0.0.1:${options.advertisedPort}` }),
    certificateFile,
    privateKeyFile: certificates.privateKey,
    serverCertificateManager: store,
    userCertificateManager: store,
    serverInfo: { applicationUri: options.applicationUri, productUri: "urn:takt:simulator" },
    buildInfo: { productName: "Takt simulated machine" },
    nodesets: modelFiles(options.models ?? []),
    securityPolicies: [...policies, ...(none ? [SecurityPolicy.None] : [])],
    securityModes: [
      MessageSecurityMode.SignAndEncrypt,
      MessageSecurityMode.Sign,
      ...(none ? [MessageSecurityMode.None] : []),
    ],
    allowAnonymous: options.user === undefined || options.alsoAnonymous === true,
    ...(options.user === undefined ? {} : { userManager: onlyUser(options.user) }),
    maxConnectionsPerEndpoint: 50,
    // 0: each change is kept for a client that asks for that; otherwise changes within 50 ms become one.
    serverCapabilities: { maxSessions: 50, minSupportedSampleRate: 0 },
    isAuditing: false,
  };
}

/** The models ship with a package that the server library brings along. */
function modelFiles(models: readonly CompanionModel[]): string[] {
  const library = createRequire(import.meta.url).resolve("node-opcua-server");
  const folder = path.join(
    path.dirname(createRequire(library).resolve("node-opcua-nodesets")),
    "../nodesets",
  );
  const names = models.map((model) => MODEL_FILES[model]);
  return ["Opc.Ua.NodeSet2.xml", ...names].map((name) => path.join(folder, name));
}

function onlyUser(user: { readonly name: string; readonly password: string }) {
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const expected = digest(user.password);
  return {
    isValidUser: (name: string, password: string) => name === user.name && digest(password) === expected,
  };
}

type AddressSpace = NonNullable<OPCUAServer["engine"]["addressSpace"]>;
type OwnNamespace = ReturnType<AddressSpace["registerNamespace"]>;
type ServerVariable = ReturnType<OwnNamespace["addVariable"]>;

interface ServedVariable {
  readonly variable: ServerVariable;
  readonly dataType: DataType;
  /** As declared, to come back to after a time as text. */
  readonly dataTypeNode: ServerVariable["dataType"];
}

const TEXT = resolveNodeId("String");

/** The nodes of one machine in its server. */
class ServedSpace {
  readonly #space: AddressSpace;
  readonly #namespace: OwnNamespace;
  readonly #machine: ServedObject;
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

type ServedObject = ReturnType<OwnNamespace["addObject"]>;
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
