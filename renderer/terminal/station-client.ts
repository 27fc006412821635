import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import type { StationRouter } from "../../main/station/rpc/router.ts";
import { backoffMs } from "../../shared/lib/backoff.ts";
import type { ScreenModel } from "../../shared/screen/screen-model.ts";
import { createCommissioning } from "./station/commissioning-link.ts";
import { createProcedures } from "./station/procedures.ts";
import type { LinkState, StationLink } from "./station/station-link.ts";

const RETRY = { firstMs: 250, longestMs: 5_000 };
/** A booking takes milliseconds; after this long the person must be told that nobody knows. */
const ANSWER_WITHIN_MS = 10_000;
/** A whole machine is looked through, which is a matter of seconds on a slow one. */
const MACHINE_WITHIN_MS = 90_000;
const KEEP_ALIVE = { enabled: true, intervalMs: 3_000, pongTimeoutMs: 3_000 };

const jittered = (attempt: number) => backoffMs(attempt, Math.random(), RETRY);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Opens the way to the station and keeps it open: whatever ends it, it is tried again with back-off, asking the shell
 * for address and token each time because a restarted station has new ones.
 */
export function connectToStation(takt: TaktWindow, nowMs: () => number): StationLink {
  let state: LinkState = { link: "connecting", sinceMs: nowMs(), model: null };
  let openedCheck: string | null = null;
  const listeners = new Set<() => void>();
  const change = (next: Partial<LinkState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  /** What nobody waits for: when the link ends over it, the screen goes on showing what the station shows. */
  const tell = (said: Promise<unknown>) => void said.catch(() => undefined);
  const becameLive = (model: ScreenModel) =>
    change(state.link === "live" ? { model } : { link: "live", sinceMs: nowMs(), model });
  const wasLost = () => {
    if (state.link === "live") change({ link: "lost", sinceMs: nowMs() });
  };

  const socket = createWSClient({
    url: async () => (await connectionWhenThere(takt)).url,
    connectionParams: async () => ({ token: (await connectionWhenThere(takt)).token }),
    retryDelayMs: jittered,
    keepAlive: KEEP_ALIVE,
    onClose: wasLost,
  });
  const client = createTRPCClient<StationRouter>({ links: [wsLink({ client: socket })] });
  const procedures = createProcedures(client);
  const commissioning = createCommissioning(client.commissioning);
  watch(1);

  function watch(attempt: number): void {
    const again = () => {
      wasLost();
      setTimeout(() => watch(attempt + 1), jittered(attempt));
    };
    client.screen.watch.subscribe(undefined, {
      onStarted: tellOpenCheck,
      onData: becameLive,
      onError: again,
      onComplete: again,
    });
  }

  /** The station forgets which check is open when the link ends, so it is told with each new beginning. */
  function tellOpenCheck(): void {
    // When the link ends again, the next beginning tells it.
    tell(client.quality.openCheck.mutate({ characteristicId: openedCheck }));
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    submit: (name, input) => withinMs(procedures[name](input), ANSWER_WITHIN_MS),
    submitScan: async (raw) => {
      await withinMs(client.scan.submit.mutate({ intentId: crypto.randomUUID(), raw }), ANSWER_WITHIN_MS);
    },
    readTrend: (input) => withinMs(client.trends.read.query(input), ANSWER_WITHIN_MS),
    askMachines: (name, input) => withinMs(commissioning(name, input), MACHINE_WITHIN_MS),
    openCheck: (characteristicId) => {
      openedCheck = characteristicId;
      if (state.link === "live") tellOpenCheck();
    },
    touched: () => state.link === "live" && tell(client.session.touched.mutate({})),
    showPlace: (place) => tell(client.screen.showPlace.mutate(place)),
  };
}

async function connectionWhenThere(
  takt: TaktWindow,
): Promise<{ readonly url: string; readonly token: string }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await takt.connection();
    } catch {
      // The shell has no station yet: it is starting it, or waiting to start it again.
      await sleep(jittered(attempt));
    }
  }
}

async function withinMs<Value>(answer: Promise<Value>, limitMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
