import { Collector } from "../devices/opcua/collector.ts";
import type { Collection, TellStation } from "../devices/opcua/collector-messages.ts";
import { firstSlots } from "./first-slots.ts";
import { LatestValues } from "./latest-values.ts";

const LATEST_EVERY_MS = 1_000;

export interface RunningCollection {
  /** Closes the sessions at the machines. */
  stop(): Promise<void>;
}

/** Listens to every machine at once, each with a session of its own. */
export function startCollection({ machines }: Collection, tell: TellStation): RunningCollection {
  const latest = new LatestValues(machines);
  const firstSlotOf = firstSlots(machines);
  const collectors = machines.map(
    (machine, index) => new Collector(machine, { sink: latest, firstSlot: firstSlotOf[index] ?? 0 }, tell),
  );
  const runs = collectors.map((collector) => collector.run());
  const timer = setInterval(() => {
    const values = latest.take();
    if (values.length > 0) tell({ kind: "latest", values });
  }, LATEST_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      for (const collector of collectors) collector.stop();
      await Promise.all(runs);
    },
  };
}
