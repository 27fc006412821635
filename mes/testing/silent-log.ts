import type { MesLog } from "../mes-log.ts";

/** A MES in a test tells by what it does, not by what it logs. */
export const silentLog: MesLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
