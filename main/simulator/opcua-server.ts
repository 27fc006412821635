import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
// The vocabulary (status codes, data types) of the library's two halves is exported by its client package only.
import { DataType, MessageSecurityMode, SecurityPolicy, StatusCodes, Variant } from "node-opcua-client";
import { CertificateManager } from "node-opcua-pki";
import { OPCUAServer, type OPCUAServerOptions } from "node-opcua-server";

export interface OpcuaNode {
  /** String identifier, e.g. "Lathe2.PartCount". */
  readonly id: string;
  readonly dataType: "UInt32" | "Int32" | "Double";
}

export interface OpcuaServerOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly pkiDir: string;
  readonly applicationUri: string;
  readonly namespaceUri: string;
  /** Registered before `namespaceUri`, which moves its index: what a PLC update does. */
  readonly earlierNamespaceUris?: readonly string[];
  readonly nodes: readonly OpcuaNode[];
  /** The address clients are told, when a link lies in front of the server. */
  readonly advertisedPort?: number;
  readonly user?: { readonly name: string; readonly password: string };
  /** A laboratory server without any security; off unless asked for. */
  readonly allowsNoSecurity?: boolean;
}

export interface WriteOptions {
  /** Name from the StatusCodes table, e.g. "BadSensorFailure"; Good when left out. */
  readonly status?: "Good" | "BadSensorFailure" | "UncertainLastUsableValue" | "BadOutOfService";
  readonly sourceTime?: Date;
}

export interface RunningOpcuaServer {
  readonly endpointUrl: string;
  readonly port: number;
  readonly certificateFile: string;
  /** @throws when no such node was declared */
  write(id: string, value: number | null, options?: WriteOptions): void;
  sessionCount(): number;
  stop(): Promise<void>;
}

/** A real OPC UA server with its own certificate; answers encrypted sessions (Basic256Sha256) only. */
export async function startOpcuaServer(options: OpcuaServerOptions): Promise<RunningOpcuaServer> {
  const certificates = new MachineCertificates({ location: options.pkiDir, disableFileWatchers: true });
  await certificates.initialize();
  const certificateFile = await ensureOwnCertificate(certificates, options.applicationUri);
  const server = new OPCUAServer(serverOptions(options, certificates, certificateFile));
  await server.initialize();
  const variables = addNodes(server, options);
  await server.start();
  const port = server.endpoints[0]?.port ?? options.port;
  return {
    endpointUrl: `opc.tcp://127.0.0.1:${options.advertisedPort ?? port}`,
    port,
    certificateFile,
    write: (id, value, how = {}) => {
      const node = variables.get(id);
      if (!node) throw new Error(`The OPC UA server has no node "${id}"`);
      const status = StatusCodes[how.status ?? "Good"];
      const variant =
        value === null ? new Variant({ dataType: DataType.Null }) : { dataType: node.dataType, value };
      node.variable.setValueFromSource(variant, status, how.sourceTime ?? new Date());
    },
    sessionCount: () => server.currentSessionCount,
    stop: () => server.shutdown(100),
  };
}

/**
 * The machine's side of trust. A real machine's maker decides whom to let in; the simulated one takes any
 * valid client, so that connecting to it needs no step at the machine.
 */
class MachineCertificates extends CertificateManager {
  referenceCounter = 0;
  async checkCertificate() {
    return StatusCodes.Good;
  }
  async getTrustStatus() {
    return StatusCodes.Good;
  }
}

async function ensureOwnCertificate(certificates: CertificateManager, applicationUri: string) {
  const file = path.join(certificates.ownCertFolder, "server.pem");
  const existing = await readFile(file).catch(() => undefined); // first start: there is none yet
  if (existing) return file;
  await certificates.createSelfSignedCertificate({
    applicationUri,
    dns: [hostname(), "localhost"],
    ip: ["127.0.0.1"],
    outputFile: file,
    subject: `/CN=CNC Lathe 2 (simulated)/O=Takt`,
    startDate: new Date(),
    validity: 365 * 10,
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
    securityPolicies: [SecurityPolicy.Basic256Sha256, ...(none ? [SecurityPolicy.None] : [])],
    securityModes: [
      MessageSecurityMode.SignAndEncrypt,
      MessageSecurityMode.Sign,
      ...(none ? [MessageSecurityMode.None] : []),
    ],
    allowAnonymous: options.user === undefined,
    ...(options.user === undefined ? {} : { userManager: onlyUser(options.user) }),
    maxConnectionsPerEndpoint: 50,
    // 0: each change is kept for a client that asks for that; otherwise changes within 50 ms become one.
    serverCapabilities: { maxSessions: 50, minSupportedSampleRate: 0 },
    isAuditing: false,
  };
}

function onlyUser(user: { readonly name: string; readonly password: string }) {
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const expected = digest(user.password);
  return {
    isValidUser: (name: string, password: string) => name === user.name && digest(password) === expected,
  };
}

type AddressSpace = NonNullable<OPCUAServer["engine"]["addressSpace"]>;
type ServerVariable = ReturnType<ReturnType<AddressSpace["registerNamespace"]>["addVariable"]>;

interface ServedVariable {
  readonly variable: ServerVariable;
  readonly dataType: DataType;
}

function addNodes(server: OPCUAServer, options: OpcuaServerOptions): ReadonlyMap<string, ServedVariable> {
  const addressSpace = server.engine.addressSpace;
  if (!addressSpace) throw new Error("The OPC UA server has no address space after initialize()");
  for (const uri of options.earlierNamespaceUris ?? []) addressSpace.registerNamespace(uri);
  const namespace = addressSpace.registerNamespace(options.namespaceUri);
  const machine = namespace.addObject({
    organizedBy: addressSpace.rootFolder.objects,
    browseName: "Machine",
    nodeId: "s=Machine",
  });
  const entries = options.nodes.map((node): [string, ServedVariable] => {
    const dataType = DataType[node.dataType];
    const variable = namespace.addVariable({
      componentOf: machine,
      browseName: node.id,
      nodeId: `s=${node.id}`,
      dataType,
      minimumSamplingInterval: 0,
    });
    variable.setValueFromSource({ dataType, value: 0 });
    return [node.id, { variable, dataType }];
  });
  return new Map(entries);
}
