/**
 * The OPC UA process: everything of the OPC UA stack lives and dies here, and so does the store of every value that comes
 * in. A crash costs a gap in the signals and never a booking. Started by devices/opcua/machine-feed.ts; it ends with the
 * channel to the station.
 */
import {
  BEAT_EVERY_MS,
  type CollectorCommand,
  type CollectorMessage,
} from "../devices/opcua/collector-messages.ts";
import { routeLibraryLogs } from "../devices/opcua/stack/library-logs.ts";
import { type RunningCollection, startCollection } from "./start-collection.ts";

const CLOSE_WITHIN_MS = 2_000;

let collection: RunningCollection | undefined;

process.on("message", (command: CollectorCommand) => {
  if (command.kind === "stop") return stop();
  collection ??= startCollection(command.collection, tell);
});
process.on("disconnect", stop);

setInterval(() => tell({ kind: "beat" }), BEAT_EVERY_MS).unref();
routeLibraryLogs((level, message) => tell({ kind: "log", level, message }));
tell({ kind: "beat" });

function tell(message: CollectorMessage): void {
  if (process.connected) process.send?.(message);
}

function stop(): void {
  setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
  void (collection?.stop() ?? Promise.resolve()).then(() => process.exit(0));
}
