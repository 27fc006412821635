import type { X509Certificate } from "node:crypto";
import {
  AttributeIds,
  type ClientSession,
  type ClientSessionRawSubscriptionService,
  type ClientSubscription,
  CreateMonitoredItemsRequest,
  DataChangeNotification,
  EventNotificationList,
  MonitoringMode,
  makeBrowsePath,
  type OPCUAClient,
  resolveNodeId,
  TimestampsToReturn,
} from "node-opcua-client";
import type { AcknowledgeAnswer } from "../../../../../shared/domain/machines/alarms/decide-acknowledge.ts";
import type { NegotiatedView, RevisedValue } from "../../../../../shared/screen/machine-link-view.ts";
import type { GapCause } from "../../device-events.ts";
import type { NamedEvent } from "../acknowledgeable-events.ts";
import type { SentEvent } from "../alarm-intake.ts";
import type { ReceivedValue } from "../data-value.ts";
import { type MachineEndpoint, SIGN_OF_LIFE_MS, type WatchedSignal } from "../machine-endpoint.ts";
import {
  keepsNothing,
  negotiatedView,
  revisedOf,
  type SubscriptionTerms,
  unusableTerms,
} from "../negotiated.ts";
import { addressInServer, parseNodeAddress, placeOf, relativePath } from "../node-address.ts";
import { fieldSteps, pickedField } from "../picked-field.ts";
import { type AlarmItems, monitorAlarms, refreshConditions } from "./alarm-items.ts";
import { connectToMachine, DEFAULT_SESSION_TIMEOUT_MS, MachineMisses } from "./connection.ts";
import { type LocatedSignal, learnStructures, type Structures } from "./structures.ts";

/** Small machines refuse longer lists (Part 5, 6.3.11 OperationLimits; the usual least is 100). */
const MOST_ITEMS_AT_ONCE = 100;
const FASTEST_PUBLISHING_MS = 100;
const SLOWEST_PUBLISHING_MS = 1_000;
/** After a cut whole queues come at once; in parts no message is longer than we take. */
const MOST_PER_NOTIFICATION = 5_000;
/** Whatever a machine says of its sessions, the watch over silence waits no less and no longer. */
const SHORTEST_SESSION_MS = 5_000;
const LONGEST_SESSION_MS = 600_000;

/** One message of the subscription, still with its sequence number. */
export interface Notification {
  readonly sequence: number;
  readonly isKeepAlive: boolean;
  readonly changes: readonly ValueChange[];
  readonly events: readonly SentEvent[];
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
  readonly negotiated: NegotiatedView;
  /** During a cut the machine keeps but the newest value of some signal. */
  readonly keepsNothing: boolean;
  readonly certificate: X509Certificate | null;
  /** The values as they are at the machine now, in the order of `handles`: whether it still tells of its changes. */
  readNow(handles: readonly number[]): Promise<readonly ReceivedValue[]>;
  /** Asks which alarms are there, told as events. @returns false: the machine cannot be asked */
  refreshAlarms(): Promise<boolean>;
  /** The only thing that is ever written to a machine. @throws when the connection breaks over it */
  acknowledge(event: NamedEvent): Promise<AcknowledgeAnswer>;
  close(): Promise<void>;
}

/**
 * Connects, and subscribes to all signals or to none.
 * @throws Error with a message for people; everything opened is closed again
 */
export function openMachineSession(endpoint: MachineEndpoint, sink: SessionSink): Promise<MachineSession> {
  return connectToMachine(endpoint, async ({ client, session, certificate }) => {
    const located = await locateSignals(session, endpoint);
    await assertReadable(session, located);
    const structures = await learnStructures(session, located);
    const subscription = await createSubscription(session, endpoint);
    const terms = termsOf(session, subscription, endpoint);
    const unusable = unusableTerms(terms);
    if (unusable !== undefined) throw new MachineMisses(unusable);
    const raw = withRawService(session);
    const heard = {
      structures,
      alarms: await monitorAlarms(raw, subscription.subscriptionId, sourcesOf(endpoint)),
    };
    deliver(subscription, sink, heard);
    watch(client, subscription, sink);
    const perSignal = await monitor(session, subscription, located);
    const negotiated = negotiatedView(terms, perSignal);
    return {
      keepAliveMs: Math.max(negotiated.keepAliveMs, endpoint.signOfLifeMs ?? SIGN_OF_LIFE_MS),
      sessionTimeoutMs: Math.min(Math.max(session.timeout, SHORTEST_SESSION_MS), LONGEST_SESSION_MS),
      negotiated,
      keepsNothing: keepsNothing(perSignal),
      certificate,
      readNow: (handles) => readNow(session, located, handles),
      acknowledge: (event) => heard.alarms.acknowledge(event),
      refreshAlarms: () => refreshConditions(session, subscription.subscriptionId),
      close: () => client.disconnect(),
    };
  });
}

function termsOf(
  session: ClientSession,
  subscription: ClientSubscription,
  endpoint: MachineEndpoint,
): SubscriptionTerms {
  return {
    askedPublishingMs: publishingMsOf(endpoint),
    publishingMs: subscription.publishingInterval,
    keepAliveCount: subscription.maxKeepAliveCount,
    lifetimeCount: subscription.lifetimeCount,
    sessionTimeoutMs: session.timeout,
    askedSessionTimeoutMs: endpoint.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS,
  };
}

async function readNow(
  session: ClientSession,
  located: readonly LocatedSignal[],
  handles: readonly number[],
): Promise<readonly ReceivedValue[]> {
  const attributeId = AttributeIds.Value;
  const wanted = handles.flatMap((handle) => located[handle] ?? []).slice(0, MOST_ITEMS_AT_ONCE);
  const values = await session.read(wanted.map(({ nodeId }) => ({ nodeId, attributeId })));
  return values.map((value, index) => {
    const field = wanted[index]?.signal.field;
    return field === undefined ? value : pickedField(value, fieldSteps(field));
  });
}

/** A signal is looked at as often as it is asked to be; messages come as often as the fastest of them, within bounds. */
function publishingMsOf({ signals }: MachineEndpoint): number {
  const fastestMs = Math.min(...signals.map(({ samplingMs }) => samplingMs));
  return Math.min(Math.max(fastestMs, FASTEST_PUBLISHING_MS), SLOWEST_PUBLISHING_MS);
}

function createSubscription(session: ClientSession, endpoint: MachineEndpoint): Promise<ClientSubscription> {
  const publishingMs = publishingMsOf(endpoint);
  const { signOfLifeMs = SIGN_OF_LIFE_MS } = endpoint;
  return session.createSubscription2({
    publishingEnabled: true,
    requestedPublishingInterval: publishingMs,
    requestedMaxKeepAliveCount: Math.max(3, Math.ceil(signOfLifeMs / publishingMs)),
    requestedLifetimeCount: Math.ceil(session.timeout / publishingMs),
    maxNotificationsPerPublish: MOST_PER_NOTIFICATION,
  });
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
): Promise<readonly RevisedValue[]> {
  const revised: RevisedValue[] = [];
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
      const result = results?.[index];
      const status = result?.statusCode;
      if (!result || !status?.isGood()) throw missing(signal, status?.name ?? "BadUnexpectedError");
      const { revisedSamplingInterval: samplingMs, revisedQueueSize: queueSize } = result;
      revised.push(...revisedOf(signal, { samplingMs, queueSize }));
    });
  }
  return revised;
}

/** The library has this service in each session, and leaves it out of the session's type. */
function withRawService(session: ClientSession): ClientSession & ClientSessionRawSubscriptionService {
  return session as ClientSession & ClientSessionRawSubscriptionService;
}

function sourcesOf({ alarmSources = [] }: MachineEndpoint): NonNullable<MachineEndpoint["alarmSources"]> {
  return alarmSources;
}

interface Heard {
  readonly structures: Structures;
  readonly alarms: AlarmItems;
}

/** The raw path: one call per notification. */
function deliver(subscription: ClientSubscription, sink: SessionSink, { structures, alarms }: Heard): void {
  resumeAfter(subscription, 0);
  handNothingOut(subscription);
  subscription.on("raw_notification", ({ sequenceNumber, notificationData }) => {
    const data = notificationData ?? [];
    const sent = data.flatMap((part) =>
      part instanceof DataChangeNotification ? (part.monitoredItems ?? []) : [],
    );
    const isKeepAlive = data.length === 0;
    const changes = structures.hasAny ? sent.map((change) => structures.picked(change)) : sent;
    const events = data.flatMap((part) =>
      part instanceof EventNotificationList ? alarms.sentIn(part.events ?? []) : [],
    );
    resumeAfter(subscription, sink.notified({ sequence: sequenceNumber, isKeepAlive, changes, events }));
  });
}

/** The library (node-opcua 2.186) would look for items of its own for every value, and complain that it knows none. */
function handNothingOut(subscription: ClientSubscription): void {
  const inner = subscription as {
    __on_publish_response_DataChangeNotification?: () => void;
    __on_publish_response_EventNotificationList?: () => void;
  };
  inner.__on_publish_response_DataChangeNotification = () => undefined;
  inner.__on_publish_response_EventNotificationList = () => undefined;
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
