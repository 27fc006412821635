import { z } from "zod";
import { accept, type Result, refuse } from "../../shared/lib/result.ts";

const device = z.enum(["scanner", "gauge"]);

/** All that can be done to the simulated plant; the command line sends it, the running simulator checks it again. */
export const plantCommandSchema = z.discriminatedUnion("verb", [
  z.strictObject({ verb: z.literal("scan"), code: z.string().min(1).max(3_000) }),
  z.strictObject({ verb: z.literal("gauge"), valueMm: z.string().optional(), isStable: z.boolean() }),
  z.strictObject({ verb: z.literal("machine"), to: z.enum(["stop", "run", "idle"]) }),
  z.strictObject({ verb: z.literal("count"), parts: z.int().min(1).max(10_000) }),
  z.strictObject({ verb: z.literal("counter"), to: z.int().min(0).max(0xffff_ffff) }),
  z.strictObject({ verb: z.literal("tool") }),
  z.strictObject({ verb: z.literal("network"), to: z.enum(["cut", "freeze", "heal"]) }),
  z.strictObject({ verb: z.literal("unplug"), device }),
  z.strictObject({ verb: z.literal("replug"), device }),
  z.strictObject({ verb: z.literal("speed"), factor: z.number().min(0.1).max(100) }),
  z.strictObject({ verb: z.literal("status") }),
]);
export type PlantCommand = z.infer<typeof plantCommandSchema>;

export const USAGE = `Usage: npm run simulator                   start the plant
       npm run simulator -- <command>      while it runs, in another terminal:

  scan WO4711              read a code (<GS> stands for the group separator)
  gauge [39.991 [unstable]]  send a diameter; without a value: measure the next part
  machine stop|run|idle    the lathe's state
  count 25                 make 25 parts quickly
  counter reset|<number>   set the part counter
  tool change              put in a new insert
  network cut|freeze|heal  the way to the machine
  unplug scanner|gauge     pull a serial plug
  replug scanner|gauge     put it back
  speed 10                 let the machine's time run faster
  status                   how everything is`;

/** Reads the words of a command line. @returns what is wrong with them, in one line */
export function parsePlantCommand(words: readonly string[]): Result<PlantCommand, string> {
  const [verb = "", ...rest] = words;
  const draft = draftOf(verb, rest);
  if (draft === undefined) return refuse(`There is no command "${words.join(" ")}".`);
  const parsed = plantCommandSchema.safeParse(draft);
  if (parsed.success) return accept(parsed.data);
  return refuse(`"${words.join(" ")}" cannot be done: ${parsed.error.issues[0]?.message}.`);
}

function draftOf(verb: string, words: readonly string[]): object | undefined {
  const [first, second] = words;
  if (verb === "gauge") return gaugeDraft(words);
  if (words.length !== (verb === "status" ? 0 : 1) || second !== undefined) return undefined;
  switch (verb) {
    case "scan":
      return { verb, code: first?.replaceAll("<GS>", "\u001d") };
    case "machine":
    case "network":
      return { verb, to: first };
    case "count":
      return { verb, parts: Number(first) };
    case "counter":
      return { verb, to: first === "reset" ? 0 : Number(first) };
    case "tool":
      return first === "change" ? { verb } : undefined;
    case "unplug":
    case "replug":
      return { verb, device: first };
    case "speed":
      return { verb, factor: Number(first) };
    case "status":
      return { verb };
    default:
      return undefined;
  }
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
