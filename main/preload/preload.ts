import { contextBridge, ipcRenderer } from "electron";
import { isPageShown } from "./page-shown.ts";
import { createScanMailbox } from "./scan-mailbox.ts";
import { createTaktSurface } from "./takt-surface.ts";
import { listenForWedgeScans } from "./wedge-listener.ts";

const scans = createScanMailbox();
listenForWedgeScans(window, (raw) => scans.deliver(raw, performance.now()));

const surface = createTaktSurface({
  askConnection: () => ipcRenderer.invoke("takt:connection"),
  tellAlive: () => ipcRenderer.send("takt:alive"),
  isPageShown: () => isPageShown(document),
  now: () => performance.now(),
  scans,
  platform: process.platform,
});
contextBridge.exposeInMainWorld("takt", surface);
