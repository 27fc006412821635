import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import type { ScreenCommand } from "./station-link.ts";

export type Procedures = {
  readonly [Name in ScreenCommand]: (input: CommandInput<Name>) => Promise<CommandAnswer>;
};

type Mutation<Name extends ScreenCommand> = {
  mutate(input: CommandInput<Name>): Promise<CommandAnswer>;
};
type AreaOf<Name extends ScreenCommand> = Name extends `${infer Area}.${string}` ? Area : never;
/** The station's client as this table needs it: client.orders.start.mutate(input). */
type CommandClient = {
  readonly [Area in AreaOf<ScreenCommand>]: {
    readonly [Name in ScreenCommand as Name extends `${Area}.${infer Verb}` ? Verb : never]: Mutation<Name>;
  };
};

/** Every command beside the procedure that carries it; a command without one does not compile. */
export function createProcedures(client: CommandClient): Procedures {
  return {
    "session.signInWithPin": (input) => client.session.signInWithPin.mutate(input),
    "session.unlockPin": (input) => client.session.unlockPin.mutate(input),
    "session.signOut": (input) => client.session.signOut.mutate(input),
    "orders.start": (input) => client.orders.start.mutate(input),
    "orders.pause": (input) => client.orders.pause.mutate(input),
    "orders.resume": (input) => client.orders.resume.mutate(input),
    "orders.finish": (input) => client.orders.finish.mutate(input),
    "orders.beginRun": (input) => client.orders.beginRun.mutate(input),
    "orders.finishShort": (input) => client.orders.finishShort.mutate(input),
    "orders.abort": (input) => client.orders.abort.mutate(input),
    "orders.reportGood": (input) => client.orders.reportGood.mutate(input),
    "orders.noteReading": (input) => client.orders.noteReading.mutate(input),
    "orders.reportScrap": (input) => client.orders.reportScrap.mutate(input),
    "orders.reportRework": (input) => client.orders.reportRework.mutate(input),
    "orders.undo": (input) => client.orders.undo.mutate(input),
    "orders.correct": (input) => client.orders.correct.mutate(input),
    "orders.correctTime": (input) => client.orders.correctTime.mutate(input),
    "quality.recordMeasurement": (input) => client.quality.recordMeasurement.mutate(input),
    "quality.withdrawMeasurement": (input) => client.quality.withdrawMeasurement.mutate(input),
    "quality.logDefect": (input) => client.quality.logDefect.mutate(input),
    "scan.keep": (input) => client.scan.keep.mutate(input),
    "help.request": (input) => client.help.request.mutate(input),
    "materials.returnRest": (input) => client.materials.returnRest.mutate(input),
    "materials.issue": (input) => client.materials.issue.mutate(input),
    "materials.override": (input) => client.materials.override.mutate(input),
    "materials.reverse": (input) => client.materials.reverse.mutate(input),
    "packing.open": (input) => client.packing.open.mutate(input),
    "packing.pack": (input) => client.packing.pack.mutate(input),
    "packing.packUnit": (input) => client.packing.packUnit.mutate(input),
    "packing.unpack": (input) => client.packing.unpack.mutate(input),
    "packing.close": (input) => client.packing.close.mutate(input),
    "packing.reopen": (input) => client.packing.reopen.mutate(input),
    "packing.printLabel": (input) => client.packing.printLabel.mutate(input),
    "machines.setPiecesPerCount": (input) => client.machines.setPiecesPerCount.mutate(input),
    "machines.acknowledgeAlarm": (input) => client.machines.acknowledgeAlarm.mutate(input),
    "stops.qualify": (input) => client.stops.qualify.mutate(input),
    "sync.markSeen": (input) => client.sync.markSeen.mutate(input),
    "maintenance.changeTool": (input) => client.maintenance.changeTool.mutate(input),
  };
}
