import type { BrowserWindow, WebContents } from "electron";
import { FIRST_LOAD, type ScreenNews, type ScreenOrder, TICK_MS, watchScreen } from "./screen-watch.ts";
import type { ShownPage } from "./shown-page.ts";

export interface ScreenGuardOptions {
  /** What the window shall show; followed from now on. */
  readonly shown: ShownPage;
  isStationReady(): boolean;
  /** Once: a person sees something, be it the terminal or a message. */
  readonly onFirstSign: () => void;
  onFailure(cause: string): void;
  /** The terminal's page failed too often. */
  onGiveUp(cause: string): void;
}

export interface ScreenGuard {
  readonly onAlive: () => void;
  show(): void;
}

/** Chromium's word for "another load took the place of this one". */
const ABORTED = -3;

/** Keeps the window from staying white, frozen or blank; all decisions are screen-watch's, this only carries them out. */
export function guardScreen({ webContents }: BrowserWindow, options: ScreenGuardOptions): ScreenGuard {
  const { shown } = options;
  const firstSign = onlyOnce(options.onFirstSign);
  let watch = FIRST_LOAD;
  let lastCause = "";

  function tell(news: ScreenNews): void {
    const step = watchScreen(watch, news);
    watch = step.watch;
    carryOut(step.order);
  }

  function carryOut(order: ScreenOrder): void {
    if (order?.kind === "load") load(webContents, shown.url());
    if (order?.kind === "pause") setTimeout(() => tell({ kind: "pause-over" }), order.delayMs);
    if (order?.kind === "give-up") options.onGiveUp(lastCause);
    if (order?.kind === "end-page") {
      options.onFailure("gave no sign of life");
      endPage(webContents);
    }
  }

  function fail(cause: string): void {
    lastCause = cause;
    options.onFailure(cause);
    tell({ kind: "failed", random: Math.random() });
  }

  function show(): void {
    if (shown.message() === null) tell({ kind: "load" });
    else {
      tell({ kind: "rest" });
      load(webContents, shown.url());
    }
  }

  webContents.on("render-process-gone", (_event, { reason, exitCode }) =>
    fail(`ended: ${reason} ${exitCode}`),
  );
  webContents.on("did-fail-load", (_event, ...failure) => {
    const [code, description, _url, isMainFrame] = failure;
    if (isMainFrame && code !== ABORTED) fail(`could not be loaded: ${description}`);
  });
  webContents.on("unresponsive", () => endPage(webContents));
  webContents.on("did-finish-load", () => {
    if (shown.message() !== null) firstSign();
  });
  const ticking = setInterval(
    () => tell({ kind: "tick", isStationReady: options.isStationReady() }),
    TICK_MS,
  );
  webContents.once("destroyed", () => clearInterval(ticking));
  shown.onChange(show);
  return {
    show,
    onAlive() {
      firstSign();
      tell({ kind: "alive" });
    },
  };
}

function load(webContents: WebContents, url: string): void {
  webContents.loadURL(url).catch(() => undefined); // heard of as did-fail-load
}

/** SIGKILL, because a stopped or spinning process hears nothing milder. "render-process-gone" follows. */
function endPage(webContents: WebContents): void {
  const pid = webContents.getOSProcessId();
  if (pid > 0) process.kill(pid, "SIGKILL");
}

function onlyOnce(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
