import { z } from "zod";
import { accept, type Result, refuse } from "../../shared/lib/result.ts";
import { machineCommandSchema, machineDraftOf } from "./machine-command.ts";
import { MACHINE_KEYS } from "./machines/machine-design.ts";

export const SERIAL_DEVICES = ["scanner", "gauge", "bench-scanner"] as const;
export type SerialDeviceName = (typeof SERIAL_DEVICES)[number];

const device = z.enum(SERIAL_DEVICES);

/** All that can be done to the simulated plant; the command line sends it, the running simulator checks it again. */
export const plantCommandSchema = z.discriminatedUnion("verb", [
  /** With the scanner at the lathe, or with the one at the assembly bench. */
  z.strictObject({
    verb: z.literal("scan"),
    code: z.string().min(1).max(3_000),
    at: z.enum(["lathe", "bench"]).default("lathe"),
  }),
  z.strictObject({ verb: z.literal("gauge"), valueMm: z.string().optional(), isStable: z.boolean() }),
  z.strictObject({ verb: z.literal("unplug"), device }),
  z.strictObject({ verb: z.literal("replug"), device }),
  z.strictObject({ verb: z.literal("status") }),
  /** A command to one machine, or to all of them. */
  z.strictObject({
    verb: z.literal("at"),
    machine: z.enum([...MACHINE_KEYS, "all"]),
    command: machineCommandSchema,
  }),
]);
export type PlantCommand = z.infer<typeof plantCommandSchema>;

export const USAGE = `Usage: npm run simulator                   start the plant
       npm run simulator -- <command>      while it runs, in another terminal:

  status                   how everything is
  scan WO4711 [bench]      read a code (<GS> stands for the group separator), or at the assembly bench
  gauge [39.991 [unstable]]  send a diameter; without a value: measure the next part
  unplug scanner|gauge|bench-scanner     pull a serial plug
  replug scanner|gauge|bench-scanner     put it back

  [lathe|press|line|oven|all] <command>    to a machine; to the lathe when none is named:
  run|stop|idle|set-up|break  what its people want of it
  starve|block|feed        material: none comes, none can leave, all is well again
  alarm raise|clear <code> an alarm of the machine (clear all); a wrong code names those there are
  chance on|off            whether things happen by themselves (off at the lathe)
  wear <part> <percent>    how worn a part is; a wrong part names those there are
  tool change              put in a new insert
  count 25                 make 25 parts quickly
  counter reset|<number>   set the part counter
  speed 10                 let the machine's time run faster (0.1 to 1000)
  network cut|freeze|hang|heal  the way to the machine: refused, pulled cable, takes all and answers nothing, well
  power off|on             its server
  restart [reordered] [fresh]  server off and on: with namespaces in another order, with counters at 0
  clock +1d|-90s|right     how wrong its clock is (ms, s, m, h, d)
  corrupt <signal> bad|uncertain|nan|null|type|minus|stuck   tell something wrong
  mend <signal>|all        tell the truth again
  flood 1000 10 | flood stop   1000 variables that change every 10 ms, with a sequence number as value
  signals                  its signals and their nodes
  truth                    what was really made and written, as JSON`;

/** Reads the words of a command line. @returns what is wrong with them, in one line */
export function parsePlantCommand(words: readonly string[]): Result<PlantCommand, string> {
  const draft = draftOf(words);
  if (draft === undefined) return refuse(`There is no command "${words.join(" ")}".`);
  const parsed = plantCommandSchema.safeParse(draft);
  if (parsed.success) return accept(parsed.data);
  return refuse(`"${words.join(" ")}" cannot be done: ${parsed.error.issues[0]?.message}.`);
}

const MACHINES: readonly string[] = [...MACHINE_KEYS, "all"];

function draftOf([verb = "", ...rest]: readonly string[]): object | undefined {
  if (MACHINES.includes(verb)) {
    const [machineVerb = "", ...words] = rest;
    return atMachine(verb, machineDraftOf(machineVerb, words));
  }
  switch (verb) {
    case "scan":
      return scanDraft(rest);
    case "gauge":
      return gaugeDraft(rest);
    case "unplug":
    case "replug":
      return rest.length === 1 ? { verb, device: rest[0] } : undefined;
    case "status":
      return rest.length === 0 ? { verb } : undefined;
    default:
      return atMachine("lathe", machineDraftOf(verb, rest));
  }
}

function atMachine(machine: string, command: object | undefined): object | undefined {
  return command && { verb: "at", machine, command };
}

function scanDraft([code, at, ...surplus]: readonly string[]): object | undefined {
  if (code === undefined || surplus.length > 0) return undefined;
  return { verb: "scan", code: code.replaceAll("<GS>", "\u001d"), ...(at !== undefined && { at }) };
}

function gaugeDraft([value, stability, ...surplus]: readonly string[]): object | undefined {
  if (surplus.length > 0 || (stability !== undefined && stability !== "unstable")) return undefined;
  if (value !== undefined && !/^[+-]?\d+([.,]\d+)?$/.test(value)) return undefined;
  return {
    verb: "gauge",
    ...(value === undefined ? {} : { valueMm: value.replace(",", ".") }),
    isStable: stability === undefined,
  };
}
