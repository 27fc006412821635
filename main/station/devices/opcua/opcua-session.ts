import { X509Certificate } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import {
  AttributeIds,
  type ClientSession,
  type ClientSessionRawSubscriptionService,
  type ClientSubscription,
  CreateMonitoredItemsRequest,
  DataChangeNotification,
  MessageSecurityMode,
  MonitoringMode,
  makeBrowsePath,
  OPCUAClient,
  type OPCUAClientOptions,
  resolveNodeId,
  SecurityPolicy,
  StatusCodes,
  setErrorLogger,
  setWarningLogger,
  TimestampsToReturn,
  type UserIdentityInfo,
  UserTokenType,
} from "node-opcua-client";
import { CertificateManager, VerificationStatus } from "node-opcua-pki";
import type { GapCause, LogLevel } from "../device-events.ts";
import { type CertificateName, connectFailureWords } from "./connect-failure.ts";
import type { ReceivedValue } from "./data-value.ts";
import type { MachineEndpoint, WatchedSignal } from "./machine-endpoint.ts";
import { addressInServer, parseNodeAddress, placeOf, relativePath } from "./node-address.ts";
import { forgetRejectionsOfTrusted } from "./server-trust.ts";

const KEEP_ALIVE_MS = 2_000;
const DEFAULT_SESSION_TIMEOUT_MS = 60_000;
const REQUEST_TIMEOUT_MS = 5_000;
const RETRY_AFTER_CUT_MS = 100;
/** Small machines refuse longer lists (Part 5, 6.3.11 OperationLimits; the usual least is 100). */
const MOST_ITEMS_AT_ONCE = 100;
const FASTEST_PUBLISHING_MS = 100;
const SLOWEST_PUBLISHING_MS = 1_000;

/** One message of the subscription, still with its sequence number. */
export interface Notification {
  readonly sequence: number;
  readonly isKeepAlive: boolean;
  readonly changes: readonly ValueChange[];
}

/** As the library decoded it: nothing is copied on the way to the sink. */
export interface ValueChange {
  /** Place of the signal in the endpoint's list. */
  readonly clientHandle: number;
  readonly value: ReceivedValue;
}

export interface SessionSink {
  /** @returns the sequence number up to which everything has come: a cut session is taken up again after it */
  notified(notification: Notification): number;
  /** The network is gone; the library tries to take the session up again. */
  cut(): void;
  /** The same session goes on; what the machine kept for us has been delivered. */
  resumed(): void;
  /** The session is over for good; nothing follows. */
  ended(cause: GapCause, why: string): void;
}

export interface MachineSession {
  readonly keepAliveMs: number;
  readonly sessionTimeoutMs: number;
  close(): Promise<void>;
}

/** Sends what the library would print to where a technician looks for it. */
export function routeLibraryLogs(log: (level: LogLevel, message: string) => void): void {
  const write =
    (level: LogLevel) =>
    (_place: unknown, ...parts: unknown[]) =>
      log(level, stripVTControlCharacters(parts.map(String).join(" ")).trim());
  setWarningLogger(write("debug"));
  setErrorLogger(write("warn"));
}

/**
 * Connects, and subscribes to all signals or to none.
 * @throws Error with a message for people; everything opened is closed again
 */
export async function openMachineSession(
  endpoint: MachineEndpoint,
  sink: SessionSink,
): Promise<MachineSession> {
  const certificates = new TrustedMachines(endpoint.pkiDir);
  await mkdir(endpoint.pkiDir, { recursive: true, mode: 0o700 });
  await forgetRejectionsOfTrusted(endpoint.pkiDir);
  const applicationUri = (await ownApplicationUri(endpoint.pkiDir)) ?? endpoint.applicationUri;
  const client = OPCUAClient.create(clientOptions({ ...endpoint, applicationUri }, certificates));
  try {
    await client.connect(endpoint.endpointUrl);
    const session = await client.createSession(identityOf(endpoint));
    const located = await locateSignals(session, endpoint);
    await assertReadable(session, located);
    const subscription = await createSubscription(session, endpoint);
    deliver(subscription, sink);
    watch(client, subscription, sink);
    await monitor(session, subscription, located);
    return {
      keepAliveMs: subscription.maxKeepAliveCount * subscription.publishingInterval,
      sessionTimeoutMs: session.timeout,
      close: () => client.disconnect(),
    };
  } catch (error) {
    await client.disconnect().catch(() => undefined); // the reason below is the one that matters
    const own = await certificateName(path.join(endpoint.pkiDir, OWN_CERTIFICATE)).catch(() => undefined);
    const { refused } = certificates;
    const context = { endpoint, ...(refused ? { refused } : {}), ...(own ? { own } : {}) };
    const words = error instanceof MachineMisses ? error.message : connectFailureWords(error, context);
    throw new Error(words, { cause: error });
  }
}

/** The machine was reached, but lacks what is configured; the message is for people. */
class MachineMisses extends Error {}

const OWN_CERTIFICATE = "own/certs/station.pem";

/**
 * Whom this station talks to: machines whose certificate a person has put into trusted/. An unknown certificate is
 * kept in rejected/ for that person to look at and is never accepted by itself, the library's default.
 */
class TrustedMachines extends CertificateManager {
  referenceCounter = 0;
  refused: CertificateName | undefined;

  constructor(pkiDir: string) {
    // Folders are read anew at each connect; watching them would only hold file handles.
    super({ location: pkiDir, keySize: 2048, disableFileWatchers: true });
  }

  async checkCertificate(chain: Buffer | Buffer[]) {
    const leaf = Array.isArray(chain) ? (chain[0] ?? Buffer.alloc(0)) : chain;
    const status = await this.verifyCertificate(chain, { acceptCertificateWithValidIssuerChain: true });
    if (status === VerificationStatus.Good) return StatusCodes.Good;
    this.refused = nameOf(new X509Certificate(leaf));
    await this.rejectCertificate(leaf);
    return StatusCodes[status];
  }

  async getTrustStatus(certificate: Buffer) {
    return StatusCodes[await this.isCertificateTrusted(certificate)];
  }
}

/** Once made, the certificate decides: a renamed computer must not become a stranger to its machine. */
async function ownApplicationUri(pkiDir: string): Promise<string | undefined> {
  const pem = await readFile(path.join(pkiDir, OWN_CERTIFICATE)).catch(() => undefined); // first start: none yet
  if (!pem) return undefined;
  return /URI:([^,\s]+)/.exec(new X509Certificate(pem).subjectAltName ?? "")?.[1];
}

async function certificateName(file: string): Promise<CertificateName> {
  return nameOf(new X509Certificate(await readFile(file)));
}

function nameOf(certificate: X509Certificate): CertificateName {
  const commonName = certificate.subject.split("\n").find((part) => part.startsWith("CN="));
  return {
    subject: commonName ?? certificate.subject.replaceAll("\n", ", "),
    sha256: certificate.fingerprint256,
  };
}

function clientOptions(endpoint: MachineEndpoint, certificates: TrustedMachines): OPCUAClientOptions {
  const policy = endpoint.securityPolicy ?? "Basic256Sha256";
  const isOpen = endpoint.securityMode === "None";
  return {
    applicationName: "Takt station",
    applicationUri: endpoint.applicationUri,
    clientName: "Takt station",
    securityMode: MessageSecurityMode[endpoint.securityMode],
    securityPolicy: isOpen ? SecurityPolicy.None : SecurityPolicy[policy],
    clientCertificateManager: certificates,
    certificateFile: path.join(endpoint.pkiDir, OWN_CERTIFICATE),
    privateKeyFile: certificates.privateKey,
    endpointMustExist: false,
    keepSessionAlive: true,
    keepAliveInterval: REQUEST_TIMEOUT_MS,
    requestedSessionTimeout: endpoint.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS,
    transportTimeout: REQUEST_TIMEOUT_MS,
    defaultTransactionTimeout: REQUEST_TIMEOUT_MS,
    // One retry at the first connect, where a precise reason is wanted; after a cut the library retries for ever.
    connectionStrategy: {
      maxRetry: 1,
      initialDelay: RETRY_AFTER_CUT_MS,
      maxDelay: 1_000,
      randomisationFactor: 0.2,
    },
    // Limits against a hostile or broken server; a machine's notification is a few kilobytes.
    transportSettings: { maxMessageSize: 16 * 1024 * 1024, maxChunkCount: 256 },
  };
}

function identityOf({ user, password }: MachineEndpoint): UserIdentityInfo {
  if (user === undefined) return { type: UserTokenType.Anonymous };
  return { type: UserTokenType.UserName, userName: user, password: password ?? "" };
}

function createSubscription(session: ClientSession, endpoint: MachineEndpoint): Promise<ClientSubscription> {
  const fastestMs = Math.min(...endpoint.signals.map(({ samplingMs }) => samplingMs));
  const publishingMs = Math.min(Math.max(fastestMs, FASTEST_PUBLISHING_MS), SLOWEST_PUBLISHING_MS);
  return session.createSubscription2({
    publishingEnabled: true,
    requestedPublishingInterval: publishingMs,
    requestedMaxKeepAliveCount: Math.max(3, Math.ceil(KEEP_ALIVE_MS / publishingMs)),
    requestedLifetimeCount: Math.ceil(session.timeout / publishingMs),
  });
}

interface LocatedSignal {
  readonly signal: WatchedSignal;
  /** With the index its namespace has in this session. */
  readonly nodeId: string;
}

async function locateSignals(session: ClientSession, endpoint: MachineEndpoint): Promise<LocatedSignal[]> {
  const namespaceUris = await session.readNamespaceArray();
  const locate = async (signal: WatchedSignal) => ({
    signal,
    nodeId: signal.browsePath
      ? await followBrowsePath(session, signal.browsePath, namespaceUris.indexOf(endpoint.namespaceUri))
      : addressNow(signal.node ?? "", endpoint.namespaceUri, namespaceUris),
  });
  return Promise.all(endpoint.signals.map(locate));
}

function addressNow(node: string, defaultNamespaceUri: string, namespaceUris: readonly string[]): string {
  const parsed = parseNodeAddress(node, defaultNamespaceUri);
  const found = parsed.ok ? addressInServer(parsed.value, namespaceUris) : parsed;
  if (!found.ok) throw new MachineMisses(found.refusal);
  return resolveNodeId(found.value).toString();
}

async function followBrowsePath(session: ClientSession, names: readonly string[], namespaceIndex: number) {
  const found = await session.translateBrowsePath(
    makeBrowsePath("ObjectsFolder", relativePath(names, namespaceIndex)),
  );
  const target = found.targets?.[0]?.targetId;
  if (!found.statusCode.isGood() || !target) {
    throw new MachineMisses(`The machine has nothing at Objects/${names.join("/")}`);
  }
  return target.toString();
}

const NO_SUCH_VALUE = /^Bad(NodeId|AttributeId|NotReadable|UserAccessDenied)/;

/** Before anything is subscribed: with one node missing nothing may arrive, or half a machine would look whole. */
async function assertReadable(session: ClientSession, located: readonly LocatedSignal[]): Promise<void> {
  const attributeId = AttributeIds.Value;
  for (let first = 0; first < located.length; first += MOST_ITEMS_AT_ONCE) {
    const some = located.slice(first, first + MOST_ITEMS_AT_ONCE);
    const found = await session.read(some.map(({ nodeId }) => ({ nodeId, attributeId })));
    some.forEach(({ signal }, index) => {
      const status = found[index]?.statusCode.name ?? "BadNodeIdUnknown";
      if (NO_SUCH_VALUE.test(status)) throw missing(signal, status);
    });
  }
}

function missing(signal: WatchedSignal, status: string): MachineMisses {
  return new MachineMisses(`The machine has no value at ${placeOf(signal)} (${status})`);
}

/**
 * Client handles are places in the endpoint's list, so that a value finds its signal without a look-up; the library's own
 * way gives out handles of its own and an object with listeners for each item.
 */
async function monitor(
  session: ClientSession,
  subscription: ClientSubscription,
  located: readonly LocatedSignal[],
): Promise<void> {
  for (let first = 0; first < located.length; first += MOST_ITEMS_AT_ONCE) {
    const some = located.slice(first, first + MOST_ITEMS_AT_ONCE);
    const itemsToCreate = some.map(({ nodeId, signal }, index) => ({
      itemToMonitor: { nodeId, attributeId: AttributeIds.Value },
      monitoringMode: MonitoringMode.Reporting,
      requestedParameters: {
        clientHandle: first + index,
        samplingInterval: signal.samplingMs,
        queueSize: signal.queueSize,
        discardOldest: signal.discard !== "newest",
      },
    }));
    const { subscriptionId } = subscription;
    const timestampsToReturn = TimestampsToReturn.Both;
    const request = new CreateMonitoredItemsRequest({ subscriptionId, timestampsToReturn, itemsToCreate });
    const { results } = await withRawService(session).createMonitoredItems(request);
    some.forEach(({ signal }, index) => {
      const status = results?.[index]?.statusCode;
      if (!status?.isGood()) throw missing(signal, status?.name ?? "BadUnexpectedError");
    });
  }
}

/** The library has this service in each session, and leaves it out of the session's type. */
function withRawService(session: ClientSession): ClientSession & ClientSessionRawSubscriptionService {
  return session as ClientSession & ClientSessionRawSubscriptionService;
}

/** The raw path: one call per notification. */
function deliver(subscription: ClientSubscription, sink: SessionSink): void {
  resumeAfter(subscription, 0);
  handNothingOut(subscription);
  subscription.on("raw_notification", ({ sequenceNumber, notificationData }) => {
    const data = notificationData ?? [];
    const changes = data.flatMap((part) =>
      part instanceof DataChangeNotification ? (part.monitoredItems ?? []) : [],
    );
    const isKeepAlive = data.length === 0;
    resumeAfter(subscription, sink.notified({ sequence: sequenceNumber, isKeepAlive, changes }));
  });
}

/** The library (node-opcua 2.186) would look for items of its own for every value, and complain that it knows none. */
function handNothingOut(subscription: ClientSubscription): void {
  const inner = subscription as { __on_publish_response_DataChangeNotification?: () => void };
  inner.__on_publish_response_DataChangeNotification = () => undefined;
}

/**
 * Corrects after which message the library takes a cut session up again. By itself (node-opcua 2.186) it goes by the
 * last message of any kind: a keep-alive, whose number is that of the NEXT data message, or one that overtook others
 * during the repair. What lies before would never be asked for.
 */
function resumeAfter(subscription: ClientSubscription, sequence: number): void {
  (subscription as { lastSequenceNumber?: number }).lastSequenceNumber = sequence;
}

/** After this, each turn of the connection is told to the sink. */
function watch(client: OPCUAClient, subscription: ClientSubscription, sink: SessionSink): void {
  let isOver = false;
  const end = (cause: GapCause, why: string) => {
    if (isOver) return;
    isOver = true;
    sink.ended(cause, why);
  };
  client.on("connection_lost", () => sink.cut());
  subscription.session.on("session_restored", () => {
    if (!isOver) sink.resumed();
  });
  // The library repairs a forgotten session by making a new one with the node ids of the old. After a change of
  // the machine's program those ids may mean other nodes, so a new session always starts from nothing.
  client.on("send_request", (request) => {
    if (/^Create(Session|Subscription)Request$/.test(request.schema.name)) {
      end("session-lost", "The machine has forgotten this station's session");
    }
  });
  subscription.on("status_changed", (status) =>
    end("session-lost", `The machine ended the subscription: ${status.name}`),
  );
  subscription.on("terminated", () => end("session-lost", "The subscription has ended"));
  client.on("close", () => end("connection-lost", "The connection was closed"));
}
