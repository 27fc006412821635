/** What a small controller makes of what a client asks for. */
export interface ControllerLimits {
  /** Values that it keeps of each variable at most. */
  readonly queueSize?: number;
  /** It looks at its variables no more often. */
  readonly samplingMs?: number;
  /** It sends no more often. */
  readonly publishingMs?: number;
}

const DISABLED = 0;

interface Item {
  setMonitoringMode(mode: number): unknown;
}

interface Asked {
  readonly requestedParameters: { queueSize: number; samplingInterval: number };
}

/** The part of the library's objects that is worked on here. */
interface Subscription {
  on(event: "monitoredItem", listener: (item: Item) => void): unknown;
  preCreateMonitoredItem(space: unknown, timestamps: unknown, request: unknown): unknown;
}

interface Session {
  on(event: "new_subscription", listener: (subscription: Subscription) => void): unknown;
}

interface Server {
  on(event: "create_session", listener: (session: Session) => void): unknown;
}

/**
 * Makes a server as small as the controllers of real machines.
 *
 * @returns how to make it mute: it answers and gives signs of life, and tells of no change any more
 */
export function asSmallController(server: Server, limits: ControllerLimits): () => void {
  const items = new Set<Item>();
  server.on("create_session", (session) => {
    session.on("new_subscription", (subscription) => {
      subscription.on("monitoredItem", (item) => void items.add(item));
      limitItems(subscription, limits);
    });
  });
  return () => {
    for (const item of items) item.setMonitoringMode(DISABLED);
    items.clear();
  };
}

function limitItems(subscription: Subscription, { queueSize, samplingMs }: ControllerLimits): void {
  const create = subscription.preCreateMonitoredItem.bind(subscription);
  subscription.preCreateMonitoredItem = (space, timestamps, request) => {
    const asked = (request as Asked).requestedParameters;
    if (queueSize !== undefined) asked.queueSize = Math.min(asked.queueSize, queueSize);
    if (samplingMs !== undefined) asked.samplingInterval = Math.max(asked.samplingInterval, samplingMs);
    return create(space, timestamps, request);
  };
}
