/**
 * A machine whose variables all change together, up to hundreds of times a second, each telling how often it has. Its server
 * is a real one up to the messages of its subscriptions, which are written without an object per value: two cores are few,
 * and the client is what is measured. Run as a process of its own: fast-machine.ts <order as JSON>.
 */
import { NotificationMessage } from "node-opcua-client";
import { Subscription } from "node-opcua-server";
import { startOpcuaServer } from "../../main/simulator/opcua/opcua-server.ts";
import { DueChanges, type WatchedVariable } from "./due-changes.ts";

export interface FastMachineOrder {
  readonly pkiDir: string;
  readonly namespaceUri: string;
  readonly variables: number;
}

/**
 * It answers with how often each variable has changed by then; to "watched" with how many the client watches, to "unsent"
 * with how many changes of each it has not been sent. null: nothing changes any more.
 */
export type FastMachineCommand =
  | { readonly changeEveryMs: number | null }
  | "sequence"
  | "watched"
  | "unsent";

export interface FastMachineReady {
  readonly endpointUrl: string;
  readonly certificateFile: string;
}

const MOST_IN_A_MESSAGE = 5_000;

const order = JSON.parse(process.argv[2] ?? "{}") as FastMachineOrder;
let watched = 0;
let unsent = 0;
let pace: Pace = { everyMs: Number.POSITIVE_INFINITY, sequence: 0, ms: nowMs() };
/** What is still on its way when the pace changes keeps the times it came at. */
let paceBefore = pace;

serveDueChanges();
const server = await startOpcuaServer({
  port: 0,
  pkiDir: order.pkiDir,
  applicationUri: `urn:takt:bench:${process.pid}`,
  namespaceUri: order.namespaceUri,
  nodes: Array.from({ length: order.variables }, (_, index) => ({
    id: `Flood.${String(index + 1).padStart(5, "0")}`,
    dataType: "Double" as const,
  })),
  allowsNoSecurity: true,
});
process.on("message", (command: FastMachineCommand) => {
  if (command === "watched") return void process.send?.(watched);
  if (command === "unsent") return void process.send?.(unsent);
  if (command !== "sequence") {
    const everyMs = command.changeEveryMs ?? Number.POSITIVE_INFINITY;
    [paceBefore, pace] = [pace, { everyMs, sequence: sequenceNow(), ms: nowMs() }];
  }
  process.send?.(sequenceNow());
});
process.on("disconnect", () => process.exit(0));
const { endpointUrl, certificateFile } = server;
process.send?.({ endpointUrl, certificateFile } satisfies FastMachineReady);

function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

function sequenceNow(): number {
  return pace.sequence + Math.floor((nowMs() - pace.ms) / pace.everyMs);
}

function msOf(sequence: number): number {
  const { everyMs, sequence: first, ms } = sequence > pace.sequence ? pace : paceBefore;
  return Number.isFinite(everyMs) ? ms + (sequence - first) * everyMs : ms;
}

/** Since when the variables change how often. */
interface Pace {
  readonly everyMs: number;
  readonly sequence: number;
  readonly ms: number;
}

/** What a subscription has not sent yet. */
interface Backlog {
  sent: number;
  due: number;
}

/** The parts of the library's subscription (node-opcua 2.186) that are replaced. */
interface SubscriptionParts {
  readonly monitoredItems: ReadonlyMap<number, WatchedVariable>;
  readonly pendingNotificationsCount: number;
  adjustSamplingInterval(): number;
  _popNotificationToSend(): NotificationMessage;
  _tick(): void;
}

/** At each publishing interval all changes since the last one are due; the library's own queues only hold first values. */
function serveDueChanges(): void {
  const backlogs = new WeakMap<SubscriptionParts, Backlog>();
  const backlogOf = (subscription: SubscriptionParts): Backlog => {
    const backlog = backlogs.get(subscription) ?? { sent: sequenceNow(), due: sequenceNow() };
    backlogs.set(subscription, backlog);
    return backlog;
  };
  const parts = Subscription.prototype as unknown as SubscriptionParts;
  const { _popNotificationToSend: pop, _tick: tick } = parts;
  // Every change is told, however often a client asks to look: the library would read each variable with a timer.
  parts.adjustSamplingInterval = () => 0;
  parts._tick = function (this: SubscriptionParts) {
    backlogOf(this).due = sequenceNow();
    watched = this.monitoredItems.size;
    tick.call(this);
    unsent = backlogOf(this).due - backlogOf(this).sent;
  };
  parts._popNotificationToSend = function (this: SubscriptionParts) {
    return this.pendingNotificationsCount > 0 ? pop.call(this) : dueMessage(this, backlogOf(this));
  };
  Object.defineProperty(parts, "hasPendingNotifications", {
    get(this: SubscriptionParts) {
      const { sent, due } = backlogOf(this);
      return this.pendingNotificationsCount > 0 || (due > sent && this.monitoredItems.size > 0);
    },
  });
}

function dueMessage(subscription: SubscriptionParts, backlog: Backlog): NotificationMessage {
  const variables = [...subscription.monitoredItems.values()];
  const after = backlog.sent;
  const atOnce = Math.max(1, Math.floor(MOST_IN_A_MESSAGE / variables.length));
  const upTo = Math.min(backlog.due, after + atOnce);
  backlog.sent = upTo;
  const changes = new DueChanges(variables, { after, upTo, msOf });
  const notificationData = changes.length > 0 ? [changes] : [];
  return new NotificationMessage({ sequenceNumber: 0xffff_ffff, notificationData, publishTime: new Date() });
}
