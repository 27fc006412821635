import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from "electron";
import { z } from "zod";
import { TERMINAL_ORIGIN } from "./app-scheme.ts";
import type { StationConnection } from "./station-supervisor.ts";

export interface IpcServices {
  /** Resolves once the station is ready. */
  connection(): Promise<StationConnection>;
  onAlive(): void;
  onRefused(channel: string, why: string): void;
}

const noArguments = z.tuple([]);

/** Every channel there is. Only the terminal's own main frame is answered, and only in the agreed shape (§8-17). */
export function serveIpc(services: IpcServices): void {
  ipcMain.handle("takt:connection", (event, ...values: unknown[]) => {
    const why = objection(event, values);
    if (why === null) return services.connection();
    services.onRefused("takt:connection", why);
    throw new Error("Refused");
  });
  ipcMain.on("takt:alive", (event, ...values: unknown[]) => {
    const why = objection(event, values);
    if (why === null) services.onAlive();
    else services.onRefused("takt:alive", why);
  });
}

function objection(
  { senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent,
  values: unknown[],
): string | null {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return "not the main frame";
  if (senderFrame.origin !== TERMINAL_ORIGIN) return `origin ${senderFrame.origin}`;
  return noArguments.safeParse(values).success ? null : "unexpected arguments";
}
