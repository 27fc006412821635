/**
 * The least a program can do with the same libraries: a bare OPC UA client that counts, and one bulk insert of the same
 * values into SQLite a second. Run as a process of its own: counting-client.ts <order as JSON>.
 */
import Database from "better-sqlite3";
import {
  AttributeIds,
  DataChangeNotification,
  MessageSecurityMode,
  MonitoringMode,
  OPCUAClient,
  SecurityPolicy,
  TimestampsToReturn,
} from "node-opcua-client";

export interface CountingOrder {
  readonly endpointUrl: string;
  readonly namespaceUri: string;
  readonly variables: number;
  readonly publishingMs: number;
  readonly queueSize: number;
  readonly databaseFile: string;
}

const order = JSON.parse(process.argv[2] ?? "{}") as CountingOrder;
const ITEMS_AT_ONCE = 100;

const client = OPCUAClient.create({
  securityMode: MessageSecurityMode.SignAndEncrypt,
  securityPolicy: SecurityPolicy.Basic256Sha256,
  endpointMustExist: false,
});
await client.connect(order.endpointUrl);
const session = await client.createSession();
const namespaceIndex = (await session.readNamespaceArray()).indexOf(order.namespaceUri);
const subscription = await session.createSubscription2({
  publishingEnabled: true,
  requestedPublishingInterval: order.publishingMs,
  requestedMaxKeepAliveCount: 10,
  requestedLifetimeCount: 1_000,
  maxNotificationsPerPublish: 5_000,
});

const database = new Database(order.databaseFile);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = NORMAL");
database.exec("CREATE TABLE sample (signal INTEGER, source_ms REAL, value REAL, status INTEGER)");
const insert = database.prepare("INSERT INTO sample VALUES (?, ?, ?, ?)");
let waiting: (readonly [number, number, number, number])[] = [];
const insertAll = database.transaction(() => {
  for (const row of waiting) insert.run(row);
});

// A private part of the library (node-opcua 2.186): without it each change is looked up among all that is monitored.
(subscription as unknown as Record<string, unknown>).__on_publish_response_DataChangeNotification = () =>
  undefined;
subscription.on("raw_notification", ({ notificationData }) => {
  for (const part of notificationData ?? []) {
    if (!(part instanceof DataChangeNotification)) continue;
    for (const { clientHandle, value } of part.monitoredItems ?? []) {
      waiting.push([
        clientHandle,
        value.sourceTimestamp?.getTime() ?? 0,
        Number(value.value.value),
        value.statusCode.value,
      ]);
    }
  }
});
setInterval(() => {
  insertAll();
  waiting = [];
}, 1_000);

for (let first = 0; first < order.variables; first += ITEMS_AT_ONCE) {
  const count = Math.min(ITEMS_AT_ONCE, order.variables - first);
  await (session as unknown as RawService).createMonitoredItems({
    subscriptionId: subscription.subscriptionId,
    timestampsToReturn: TimestampsToReturn.Both,
    itemsToCreate: Array.from({ length: count }, (_, index) => ({
      itemToMonitor: {
        nodeId: `ns=${namespaceIndex};s=Flood.${String(first + index + 1).padStart(5, "0")}`,
        attributeId: AttributeIds.Value,
      },
      monitoringMode: MonitoringMode.Reporting,
      requestedParameters: {
        clientHandle: first + index,
        samplingInterval: 0,
        queueSize: order.queueSize,
        discardOldest: true,
      },
    })),
  });
}
process.send?.("listening");

/** The library's session has it, its type of a session does not: the way around an object for each monitored item. */
interface RawService {
  createMonitoredItems(request: object): Promise<unknown>;
}
