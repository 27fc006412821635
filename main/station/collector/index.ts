/**
 * The OPC UA process: everything of the OPC UA stack lives and dies here, and so does the store of every value that comes
 * in. A crash costs a gap in the signals and never a booking. Started by devices/opcua/machine-feed.ts; it ends with the
 * channel to the station.
 */
import { inspect } from "node:util";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import { NOT_SENT } from "../devices/opcua/acknowledge-answer.ts";
import { Answering } from "../devices/opcua/answering.ts";
import {
  BEAT_EVERY_MS,
  type CollectorCommand,
  type CollectorMessage,
} from "../devices/opcua/collector-messages.ts";
import { routeLibraryLogs } from "../devices/opcua/stack/library-logs.ts";
import { isTransportFault } from "../devices/opcua/stack/transport-fault.ts";
import { type RunningCollection, startCollection } from "./start-collection.ts";

const CLOSE_WITHIN_MS = 2_000;

let collection: RunningCollection | undefined;
const answering = new Answering(async (seen) => collection?.acknowledge(seen) ?? NOT_SENT);

process.on("message", (command: CollectorCommand) => {
  switch (command.kind) {
    case "start":
      collection ??= startCollection(command.collection, tell);
      break;
    case "ask":
      void answering
        .answer(command.question)
        .then((answer) => tell({ kind: "answer", id: command.id, answer }));
      break;
    case "sent":
      collection?.sent(command.upTo);
      break;
    case "stop":
      return stop();
    default:
      unreachable(command);
  }
});
process.on("disconnect", stop);
process.on("uncaughtException", (error) => {
  if (!isTransportFault(error)) {
    process.stderr.write(`${inspect(error)}\n`);
    process.exit(1);
  }
  tell({ kind: "log", level: "warn", message: `A server sent what no server may: ${error.message}` });
});

setInterval(() => tell({ kind: "beat" }), BEAT_EVERY_MS).unref();
routeLibraryLogs((level, message) => tell({ kind: "log", level, message }));
tell({ kind: "beat" });

function tell(message: CollectorMessage): void {
  if (process.connected) process.send?.(message);
}

function stop(): void {
  setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
  answering.close();
  void (collection?.stop() ?? Promise.resolve()).then(() => process.exit(0));
}
