import { z } from "zod";
import { CORRUPTIONS } from "./corruption.ts";

const wish = z.enum(["stop", "run", "idle", "set-up", "break"]);
const word = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

/** All that can be done to one machine. */
export const machineCommandSchema = z.discriminatedUnion("verb", [
  z.strictObject({ verb: z.literal("machine"), to: wish }),
  z.strictObject({ verb: z.literal("material"), to: z.enum(["starve", "block", "feed"]) }),
  z.strictObject({ verb: z.literal("alarm"), to: z.enum(["raise", "clear"]), code: word }),
  z.strictObject({ verb: z.literal("chance"), isOn: z.boolean() }),
  z.strictObject({ verb: z.literal("wear"), part: word, percent: z.number().min(0).max(100) }),
  z.strictObject({ verb: z.literal("count"), parts: z.int().min(1).max(10_000) }),
  z.strictObject({ verb: z.literal("counter"), to: z.int().min(0).max(0xffff_ffff) }),
  z.strictObject({ verb: z.literal("tool") }),
  z.strictObject({ verb: z.literal("speed"), factor: z.number().min(0.1).max(1_000) }),
  z.strictObject({ verb: z.literal("network"), to: z.enum(["cut", "freeze", "hang", "heal"]) }),
  z.strictObject({ verb: z.literal("power"), to: z.enum(["on", "off"]) }),
  z.strictObject({ verb: z.literal("restart"), isReordered: z.boolean(), isFresh: z.boolean() }),
  z.strictObject({
    verb: z.literal("clock"),
    offsetMs: z
      .int()
      .min(-10 * 366 * 86_400_000)
      .max(10 * 366 * 86_400_000),
  }),
  z.strictObject({ verb: z.literal("corrupt"), signal: word, how: z.enum(CORRUPTIONS) }),
  z.strictObject({ verb: z.literal("mend"), signal: word }),
  z.strictObject({
    verb: z.literal("flood"),
    variables: z.int().min(0).max(20_000),
    everyMs: z.int().min(1).max(60_000),
  }),
  z.strictObject({ verb: z.literal("signals") }),
  z.strictObject({ verb: z.literal("truth") }),
]);
export type MachineCommand = z.infer<typeof machineCommandSchema>;

const WISHES: ReadonlyMap<string, z.infer<typeof wish>> = new Map([
  ["stop", "stop"],
  ["run", "run"],
  ["go", "run"],
  ["idle", "idle"],
  ["set-up", "set-up"],
  ["setup", "set-up"],
  ["break", "break"],
]);
const CLOCK_UNITS_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads the words after the machine's name. @returns undefined when they are no command of a machine */
export function machineDraftOf(verb: string, words: readonly string[]): object | undefined {
  const [first = "", second = "", ...surplus] = words;
  if (surplus.length > 0) return undefined;
  if (words.length === 0) return wordlessDraft(verb);
  if (words.length === 1) return oneWordDraft(verb, first);
  return twoWordDraft(verb, first, second);
}

function wordlessDraft(verb: string): object | undefined {
  const wished = WISHES.get(verb);
  if (wished) return { verb: "machine", to: wished };
  if (verb === "starve" || verb === "block" || verb === "feed") return { verb: "material", to: verb };
  if (verb === "restart") return { verb, isReordered: false, isFresh: false };
  return verb === "signals" || verb === "truth" ? { verb } : undefined;
}

function oneWordDraft(verb: string, first: string): object | undefined {
  switch (verb) {
    case "machine":
      return { verb, to: WISHES.get(first) };
    case "chance":
      return first === "on" || first === "off" ? { verb, isOn: first === "on" } : undefined;
    case "count":
      return { verb, parts: Number(first) };
    case "counter":
      return { verb, to: first === "reset" ? 0 : Number(first) };
    case "tool":
      return first === "change" ? { verb } : undefined;
    case "speed":
      return { verb, factor: Number(first) };
    case "network":
    case "power":
      return { verb, to: first };
    case "restart":
      return restartDraft([first]);
    case "clock":
      return { verb, offsetMs: offsetOf(first) };
    case "mend":
      return { verb, signal: first };
    case "flood":
      return first === "stop" ? { verb, variables: 0, everyMs: 1 } : undefined;
    default:
      return undefined;
  }
}

function twoWordDraft(verb: string, first: string, second: string): object | undefined {
  switch (verb) {
    case "alarm":
      return { verb, to: first, code: second };
    case "wear":
      return { verb, part: first, percent: Number(second) };
    case "corrupt":
      return { verb, signal: first, how: second };
    case "restart":
      return restartDraft([first, second]);
    case "flood":
      return { verb, variables: Number(first), everyMs: Number(second) };
    default:
      return undefined;
  }
}

function restartDraft(words: readonly string[]): object | undefined {
  if (!words.every((each) => each === "reordered" || each === "fresh")) return undefined;
  return { verb: "restart", isReordered: words.includes("reordered"), isFresh: words.includes("fresh") };
}

/** "+1d", "-90s", "right". @returns milliseconds, NaN for anything else */
function offsetOf(text: string): number {
  if (text === "right") return 0;
  const match = /^([+-]\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
  return match
    ? Math.round(Number(match[1]) * CLOCK_UNITS_MS[match[2] as keyof typeof CLOCK_UNITS_MS])
    : Number.NaN;
}
