import path from "node:path";
import { app, type BrowserWindow, Menu, session } from "electron";
import { registerAppScheme, serveAppScheme } from "./app-scheme.ts";
import { followStation } from "./follow-station.ts";
import { pickFreePort } from "./free-port.ts";
import { guardScreen } from "./guard-screen.ts";
import { serveIpc } from "./ipc.ts";
import { locateProduct } from "./locate-product.ts";
import { lockDownPages, lockDownSession } from "./lock-down.ts";
import { listPackagedFiles } from "./packaged-files.ts";
import { profileFolder } from "./profile-folder.ts";
import { openShellLog } from "./shell-log.ts";
import { createShownPage, TRY_AGAIN_URL } from "./shown-page.ts";
import { createStationAddress } from "./station-address.ts";
import { stationEnvironment } from "./station-environment.ts";
import { runStation, type StationProcess } from "./station-process.ts";
import { openTerminalWindow } from "./terminal-window.ts";
import { readTurn } from "./window-place.ts";

/*
 * Start-up, in order. Nothing is awaited at the top level: Electron holds `ready` back until this module is evaluated,
 * and scheme and sandbox must be set before that.
 */

const isKiosk = process.env.TAKT_KIOSK === "1";

// All files lie below one folder, so that two plants on one machine are two products, each with a single window.
const dataFolder = path.resolve(process.env.TAKT_DATA || path.join(app.getPath("userData"), "data"));
app.setPath("userData", profileFolder(dataFolder));
const log = openShellLog(path.join(dataFolder, "logs"));
const logs = `${log.file}, ${path.join(dataFolder, "station", "log")}`;

process.on("uncaughtException", endLoudly);
if (app.requestSingleInstanceLock()) begin();
else {
  log.write("second-window-refused", { hint: `Takt is already open on ${dataFolder}` });
  app.exit(0);
}

function begin(): void {
  // Root, as in a container, has no sandbox to enable: Chromium would end every child process. Nobody else may do without.
  if (!app.commandLine.hasSwitch("no-sandbox") || process.getuid?.() !== 0) app.enableSandbox();
  registerAppScheme();
  Menu.setApplicationMenu(null); // its shortcuts go with it: reload, zoom, close, developer tools
  app.commandLine.appendSwitch("disable-pinch");
  app.commandLine.appendSwitch("overscroll-history-navigation", "0");
  start().catch(endLoudly);
}

async function start(): Promise<void> {
  const product = locateProduct({
    isPackaged: app.isPackaged,
    shellFolder: import.meta.dirname,
    resourcesFolder: process.resourcesPath,
    developmentNode: process.env.TAKT_NODE,
    platform: process.platform,
    architecture: process.arch,
  });
  const shown = createShownPage();
  const address = createStationAddress(await pickFreePort());

  // The station first: it needs longest, and the window comes up beside it.
  const station = runStation(
    {
      nodeFile: product.nodeFile,
      entry: product.stationEntry,
      folder: product.stationFolder,
      environment: () => stationEnvironment(process.env, { dataFolder, port: address.nextPort() }),
    },
    {
      onPhase: followStation({ address, shown, log, logs }),
      onSpawn: (pid) => log.write("station-spawned", { pid }),
      onDeath: (death, code, signal) =>
        log.write("station-ended", { code, signal, lastWords: death.lastWords }),
    },
  );

  await app.whenReady();
  lockDownSession(session.defaultSession);
  lockDownPages((url) => {
    log.write("navigation-refused", { url });
    if (url !== TRY_AGAIN_URL || shown.message() === null) return;
    station.tryAgain();
    shown.showTerminal();
  });
  serveAppScheme({
    terminalFolder: product.terminalFolder,
    packaged: listPackagedFiles(product.terminalFolder),
    stationPort: address.port,
    messagePart: shown.part,
  });

  const window = openTerminalWindow({
    preloadFile: product.preloadFile,
    isKiosk,
    hasDevTools: !app.isPackaged,
    turn: readTurn(process.env.TAKT_WINDOW_TURN),
  });
  const screen = guardScreen(window, {
    shown,
    isStationReady: address.isKnown,
    onFirstSign: () => process.stdout.write(`${JSON.stringify({ ready: "window" })}\n`),
    onFailure: (cause) => log.write("screen-failed", { cause }),
    onGiveUp: (cause) => shown.showMessage({ kind: "screen-keeps-ending", cause, hint: "", logs }),
  });
  serveIpc({
    connection: address.connection,
    onAlive: screen.onAlive,
    onRefused: (channel, why) => log.write("ipc-refused", { channel, why }),
  });
  screen.show();
  endTogether(window, station);
}

/** The window ends the station and a second start finds the window; in a kiosk the window does not close by itself. */
function endTogether(window: BrowserWindow, station: StationProcess): void {
  let isEnding = false;
  app.on("second-instance", () => window.focus());
  window.on("close", (event) => {
    if (isKiosk && !isEnding) event.preventDefault();
  });
  app.on("window-all-closed", () => app.quit());
  app.on("before-quit", (event) => {
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void station.stop().then(() => app.exit(0));
  });
}

/** Uncaught in the shell: say it, end, and be restarted by whoever started it. The station ends with its channel. */
function endLoudly(failure: unknown): void {
  log.write("shell-failed", { failure: failure instanceof Error ? failure.stack : String(failure) });
  app.exit(1);
}
