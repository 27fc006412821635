import type { Clock } from "../../../shared/lib/clock.ts";

/** The clocks of this process. */
export const processClock: Clock = {
  now: () => ({
    atUtc: new Date().toISOString(),
    monoNs: process.hrtime.bigint().toString(),
    bootId: "boot-1",
    clockState: "trusted",
  }),
};
