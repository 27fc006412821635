import { BrowserWindow, nativeTheme, screen } from "electron";
import { type Turn, windowPlace } from "./window-place.ts";

/** The design floor of the screens, in CSS pixels. */
const SMALLEST = { width: 1280, height: 768 };

/** Canvas of each theme, so that the window is never white before the first paint. */
const CANVAS = { light: "#E4E8EC", dark: "#11151A" };

export interface WindowOptions {
  readonly preloadFile: string;
  /** Full screen, and not to be closed from the window. */
  readonly isKiosk: boolean;
  readonly hasDevTools: boolean;
  /** Of several windows of a trial plant; undefined: the only one. */
  readonly turn: Turn | undefined;
}

/** Opens the one window, empty. Every preference that matters is written out, whatever the defaults are (§8-2 to 10). */
export function openTerminalWindow(options: WindowOptions): BrowserWindow {
  const { preloadFile, isKiosk, hasDevTools, turn } = options;
  const window = new BrowserWindow({
    title: "Takt", // until the page knows its station
    ...SMALLEST,
    ...(turn && !isKiosk && windowPlace(screen.getPrimaryDisplay().workArea, SMALLEST, turn)),
    useContentSize: true,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    kiosk: isKiosk,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false, // would fetch dictionaries
      devTools: hasDevTools,
      backgroundThrottling: false, // counts and heartbeats go on behind another window
      autoplayPolicy: "no-user-gesture-required", // a verdict is heard before anybody touched the screen
    },
  });
  keepScale(window);
  if (hasDevTools) openDevToolsOnF12(window);
  return window;
}

/** Sizes are millimetres on the panel (UX §1.1); no gesture or key changes them. */
function keepScale({ webContents }: BrowserWindow): void {
  webContents.on("did-finish-load", () => void webContents.setVisualZoomLevelLimits(1, 1));
  webContents.on("zoom-changed", () => webContents.setZoomFactor(webContents.getZoomFactor()));
}

function openDevToolsOnF12({ webContents }: BrowserWindow): void {
  webContents.on("before-input-event", (_event, { type, key }) => {
    if (type === "keyDown" && key === "F12") webContents.openDevTools({ mode: "detach" });
  });
}
