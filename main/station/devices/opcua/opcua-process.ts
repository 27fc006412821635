/**
 * The OPC UA process: everything of the OPC UA stack lives and dies here, so that its crash costs a gap in the
 * signals and never a booking. Started by machine-feed.ts; it ends with the channel to the station.
 */
import { Collector } from "./collector.ts";
import { BEAT_EVERY_MS, type CollectorCommand, type CollectorMessage } from "./collector-messages.ts";
import { routeLibraryLogs } from "./opcua-session.ts";

const CLOSE_WITHIN_MS = 2_000;

let collector: Collector | undefined;

process.on("message", (command: CollectorCommand) => {
  if (command.kind === "stop") return stop();
  collector ??= new Collector(command.endpoint, tell);
  void collector.run().then(() => process.exit(0));
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
  if (collector) collector.stop();
  else process.exit(0);
}
