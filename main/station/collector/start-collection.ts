import type { AcknowledgeAnswer } from "../../../shared/domain/machines/alarms/decide-acknowledge.ts";
import type { LogLevel } from "../devices/device-events.ts";
import { NOT_SENT } from "../devices/opcua/acknowledge-answer.ts";
import { Collector } from "../devices/opcua/collector.ts";
import type { Collection, TellStation } from "../devices/opcua/collector-messages.ts";
import type { QuestionOf } from "../devices/opcua/collector-questions.ts";
import type { ValueSink } from "../devices/opcua/value-sink.ts";
import { StoreError } from "../store/store-error.ts";
import { bothSinks } from "./both-sinks.ts";
import { firstSlots } from "./first-slots.ts";
import { LatestValues } from "./latest-values.ts";
import { openRecording, type Recording } from "./open-recording.ts";

const LATEST_EVERY_MS = 1_000;

export interface RunningCollection {
  /** The MES has the roll-ups of everything up to this segment of the store. */
  sent(upTo: number): void;
  acknowledge(seen: QuestionOf<"acknowledge">): Promise<AcknowledgeAnswer>;
  /** Closes the sessions at the machines and the store. */
  stop(): Promise<void>;
}

/** Listens to every machine at once, each with a session of its own. */
export function startCollection(collection: Collection, tell: TellStation): RunningCollection {
  const { machines } = collection;
  const latest = new LatestValues(machines);
  const recording = recordingOf(collection, tell);
  const sink: ValueSink = recording === undefined ? latest : bothSinks(recording.sink, latest);
  const firstSlotOf = firstSlots(machines);
  const collectors = machines.map(
    (machine, index) => new Collector(machine, { sink, firstSlot: firstSlotOf[index] ?? 0 }, tell),
  );
  const runs = collectors.map((collector) => collector.run());
  const timer = setInterval(() => {
    const values = latest.take();
    if (values.length > 0) tell({ kind: "latest", values });
    tell({ kind: "health", machines: collectors.map((collector) => collector.health()) });
  }, LATEST_EVERY_MS);
  return {
    sent: (upTo) => recording?.sent(upTo),
    async acknowledge(seen) {
      const collector = collectors.find(({ machineId }) => machineId === seen.machineId);
      return collector?.acknowledge(seen) ?? NOT_SENT;
    },
    async stop() {
      clearInterval(timer);
      for (const collector of collectors) collector.stop();
      await Promise.all(runs);
      recording?.close();
    },
  };
}

/** Counting goes on without a history; a history without counting would be worth nothing. */
function recordingOf(
  { machines, signalFolder, keepUnsent = false }: Collection,
  tell: TellStation,
): Recording | undefined {
  if (signalFolder === null) return undefined;
  try {
    const log = (level: LogLevel, message: string): void => tell({ kind: "log", level, message });
    return openRecording({ folder: signalFolder, keepUnsent, machines, log });
  } catch (failure) {
    if (!(failure instanceof StoreError)) throw failure;
    tell({ kind: "log", level: "error", message: `No signal is stored: ${failure.message}` });
    return undefined;
  }
}
