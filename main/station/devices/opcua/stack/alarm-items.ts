import {
  AttributeIds,
  type ClientSession,
  type ClientSessionRawSubscriptionService,
  CreateMonitoredItemsRequest,
  coerceLocalizedText,
  DataType,
  type EventFieldList,
  EventFilter,
  MonitoringMode,
  NodeId,
  QualifiedName,
  resolveNodeId,
  SimpleAttributeOperand,
  TimestampsToReturn,
  type Variant,
} from "node-opcua-client";
import type { AlarmEvent } from "../../../../../shared/domain/machines/alarms/alarm-event.ts";
import type { AlarmSource } from "../../../../../shared/domain/machines/alarms/alarm-source.ts";
import type { AcknowledgeAnswer } from "../../../../../shared/domain/machines/alarms/decide-acknowledge.ts";
import { acknowledgeAnswerOf, NOT_SENT } from "../acknowledge-answer.ts";
import type { NamedEvent } from "../acknowledgeable-events.ts";
import type { SentEvent } from "../alarm-intake.ts";
import { scalarOf } from "../data-value.ts";
import { addressInServer, parseNodeAddress } from "../node-address.ts";
import { addressOf } from "./address-of.ts";
import { MachineMisses } from "./connection.ts";

const STANDARD = "http://opcfoundation.org/UA/";
const CONDITION_TYPE = "i=2782";
const CONDITION_REFRESH = "i=3875";
/** Acknowledge of AcknowledgeableConditionType (Part 9, 5.7.3). */
const ACKNOWLEDGE = "i=9111";
/** Fields are looked up by their path alone where this type is named (Part 4, 7.7.4.5). */
const BASE_EVENT_TYPE = "i=2041";

/** In the order of the select clauses; those of the source's own follow. */
const FIELDS = [
  "EventType",
  "SourceNode",
  "SourceName",
  "Time",
  "Message",
  "Severity",
  "ConditionName",
  "BranchId",
  "Retain",
  "ActiveState.Id",
  "EventId",
  "AckedState.Id",
] as const;
/** Client handles of sources: the places of all signals come first, as many as a mapping may ever have. */
const FIRST_HANDLE = 1_000_000;

/** The event sources of one session. */
export interface AlarmItems {
  /** What of a notification's events belongs to a source. */
  sentIn(events: readonly EventFieldList[]): readonly SentEvent[];
  /** Calls Acknowledge of one condition, naming one of its events. @throws when the connection breaks over it */
  acknowledge(deed: NamedEvent): Promise<AcknowledgeAnswer>;
}

/** Subscribes to the events of all sources. @throws MachineMisses when the machine tells none there */
export async function monitorAlarms(
  session: ClientSession & ClientSessionRawSubscriptionService,
  subscriptionId: number,
  sources: readonly AlarmSource[],
): Promise<AlarmItems> {
  if (sources.length === 0) return { sentIn: () => [], acknowledge: async () => NOT_SENT };
  const namespaceUris = await session.readNamespaceArray();
  const itemsToCreate = sources.map((source, place) => ({
    itemToMonitor: {
      nodeId: nodeIn(source.notifier, namespaceUris),
      attributeId: AttributeIds.EventNotifier,
    },
    monitoringMode: MonitoringMode.Reporting,
    requestedParameters: {
      clientHandle: FIRST_HANDLE + place,
      samplingInterval: 0,
      queueSize: source.queueSize,
      discardOldest: true,
      filter: filterOf(source, namespaceUris),
    },
  }));
  const timestampsToReturn = TimestampsToReturn.Neither;
  const request = new CreateMonitoredItemsRequest({ subscriptionId, timestampsToReturn, itemsToCreate });
  const { results } = await session.createMonitoredItems(request);
  sources.forEach(({ notifier }, place) => {
    const status = results?.[place]?.statusCode;
    if (status?.isGood() === true) return;
    throw new MachineMisses(`The machine tells no events at ${notifier} (${status?.name ?? "no answer"})`);
  });
  return {
    acknowledge: (deed) => acknowledge(session, nodeIn(deed.conditionId, namespaceUris), deed),
    sentIn: (events) =>
      events.flatMap(({ clientHandle, eventFields }) => {
        const place = clientHandle - FIRST_HANDLE;
        const source = sources[place];
        return source === undefined
          ? []
          : [{ place, event: eventOf(source, eventFields ?? [], namespaceUris) }];
      }),
  };
}

/** Asks the machine to say anew which of its conditions are there (Part 9, 5.5.7). @returns whether it will */
export async function refreshConditions(session: ClientSession, subscriptionId: number): Promise<boolean> {
  const { statusCode } = await session.call({
    objectId: resolveNodeId(CONDITION_TYPE),
    methodId: resolveNodeId(CONDITION_REFRESH),
    inputArguments: [{ dataType: "UInt32", value: subscriptionId }],
  });
  return statusCode.isGood();
}

async function acknowledge(
  session: ClientSession,
  objectId: NodeId,
  { eventId, comment }: NamedEvent,
): Promise<AcknowledgeAnswer> {
  const { statusCode } = await session.call({
    objectId,
    methodId: resolveNodeId(ACKNOWLEDGE),
    inputArguments: [
      { dataType: DataType.ByteString, value: Buffer.from(eventId, "hex") },
      { dataType: DataType.LocalizedText, value: coerceLocalizedText(comment) },
    ],
  });
  return acknowledgeAnswerOf(statusCode);
}

function nodeIn(address: string, namespaceUris: readonly string[]): NodeId {
  const parsed = parseNodeAddress(address, "");
  const found = parsed.ok ? addressInServer(parsed.value, namespaceUris) : parsed;
  if (!found.ok) throw new MachineMisses(found.refusal);
  return resolveNodeId(found.value);
}

function filterOf({ codeField, endField }: AlarmSource, namespaceUris: readonly string[]): EventFilter {
  const standard = FIELDS.map((path) => path.split(".").map((name) => new QualifiedName({ name })));
  const own = [codeField, endField].map((path) => (path ?? []).map((name) => nameIn(name, namespaceUris)));
  const field = (browsePath: QualifiedName[]) =>
    new SimpleAttributeOperand({
      typeDefinitionId: resolveNodeId(BASE_EVENT_TYPE),
      attributeId: AttributeIds.Value,
      browsePath,
    });
  const conditionId = new SimpleAttributeOperand({
    typeDefinitionId: resolveNodeId(CONDITION_TYPE),
    attributeId: AttributeIds.NodeId,
    browsePath: [],
  });
  const asked = own.filter((path) => path.length > 0);
  return new EventFilter({ selectClauses: [conditionId, ...standard.map(field), ...asked.map(field)] });
}

/** @param field `nsu=<uri>;<name>` */
function nameIn(field: string, namespaceUris: readonly string[]): QualifiedName {
  const [, uri = "", name = ""] = /^nsu=([^;]+);(.*)$/s.exec(field) ?? [];
  const namespaceIndex = uri === STANDARD ? 0 : namespaceUris.indexOf(uri);
  if (namespaceIndex < 0)
    throw new MachineMisses(`The machine has no namespace ${uri}, of the field ${name}`);
  return new QualifiedName({ name, namespaceIndex });
}

function eventOf(
  { codeField, endField }: AlarmSource,
  [conditionId, ...fields]: readonly Variant[],
  namespaceUris: readonly string[],
): AlarmEvent {
  const given = (name: (typeof FIELDS)[number]) => fields[FIELDS.indexOf(name)];
  const own = fields.slice(FIELDS.length);
  const code = codeField === undefined ? undefined : own[0];
  const end = endField === undefined ? undefined : own[codeField === undefined ? 0 : 1];
  return {
    eventType: addressIn(given("EventType"), namespaceUris),
    conditionId: addressIn(conditionId, namespaceUris),
    isBranch: addressIn(given("BranchId"), namespaceUris) !== null,
    sourceNode: addressIn(given("SourceNode"), namespaceUris),
    sourceName: textIn(given("SourceName")),
    conditionName: textIn(given("ConditionName")),
    isActive: switchIn(given("ActiveState.Id")),
    isRetained: switchIn(given("Retain")),
    message: textIn(given("Message")),
    severity: numberIn(given("Severity")),
    code: textIn(code),
    hasEnded: textIn(end) !== null,
    sourceUtc: timeIn(given("Time")),
    eventId: bytesIn(given("EventId")),
    isAcknowledged: switchIn(given("AckedState.Id")),
  };
}

function addressIn(variant: Variant | undefined, namespaceUris: readonly string[]): string | null {
  const value: unknown = variant?.value;
  return value instanceof NodeId && !value.isEmpty() ? addressOf(value, namespaceUris) : null;
}

/** Numbers as text: controllers number their alarms as well as name them. Empty is none. */
function textIn(variant: Variant | undefined): string | null {
  const { value } = scalarOf(variant?.value, variant?.dataType);
  return value === null || value === "" ? null : String(value);
}

function numberIn(variant: Variant | undefined): number | null {
  const value: unknown = variant?.value;
  return typeof value === "number" ? value : null;
}

function switchIn(variant: Variant | undefined): boolean | null {
  const value: unknown = variant?.value;
  return typeof value === "boolean" ? value : null;
}

function bytesIn(variant: Variant | undefined): string | null {
  const value: unknown = variant?.value;
  return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : null;
}

/** Dates as `scalarOf` gives them: null where the machine has sent none. */
function timeIn(variant: Variant | undefined): string | null {
  return variant?.value instanceof Date ? textIn(variant) : null;
}
