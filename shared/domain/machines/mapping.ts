import { z } from "zod";
import { adviceText } from "./alarms/alarm-advice.ts";
import { alarmSourceSchema, faultOfSource } from "./alarms/alarm-source.ts";
import { machineRulesSchema } from "./machine-rules.ts";
import { machineStateSchema } from "./machine-state.ts";

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);

/** What a node of a machine says. Only one of each count, but several of the others, may be mapped for a machine. */
export const signalMeaning = z.enum([
  "state",
  /** Production, set-up or maintenance, where the machine tells it apart from its state. */
  "mode",
  /** All pieces made, good or not. */
  "count-total",
  "count-good",
  "count-scrap",
  "tool-life",
  /** Active while true, not 0 or not empty. Alarms become causes of stops. */
  "alarm",
  "measure",
  "speed",
  "program",
  "other",
]);
export type SignalMeaning = z.infer<typeof signalMeaning>;

/**
 * Raw value as text ("6", "true", "AUTO") to what it stands for. "no-opinion": this value says nothing, another state
 * signal decides (a fault bit that is off). A raw value that is not listed gives no data: it is never guessed.
 */
export const stateMapSchema = z.record(
  z.string().max(80),
  z.union([machineStateSchema, z.literal("no-opinion")]),
);
export type StateMap = z.infer<typeof stateMapSchema>;

export const modeMapSchema = z.record(z.string().max(80), z.enum(["production", "set-up", "maintenance"]));
export type ModeMap = z.infer<typeof modeMapSchema>;

/** How readings of a count become pieces. */
export const countRuleSchema = z.strictObject({
  /** counter: a number that grows; pulse: each rise from false to true is one cycle. */
  from: z.enum(["counter", "pulse"]).default("counter"),
  /** Value at which the counter wraps to 0, e.g. 65536; null: never. */
  rolloverAt: z.int().positive().nullable().default(4_294_967_296),
  /** Fastest the machine can count; what is above it is no production. Also the shortest time between two pulses. */
  maxCountsPerSecond: z.number().positive().max(10_000).default(20),
  /** Pieces of one count (cavities of the mould, lanes of the tool), until a person sets another one at the station. */
  piecesPerCount: z.int().positive().max(10_000).default(1),
});
export type CountRule = z.infer<typeof countRuleSchema>;

export const signalMappingSchema = z.strictObject({
  /** Name within the machine; kept for ever, as samples and counts are stored under it. */
  signalId: id,
  /** Node with its namespace by URI: `nsu=<uri>;<i|s|g|b>=<id>`. Never an index, which changes with the server. */
  node: z.string().regex(/^nsu=[^;]+;[isgb]=.+$/),
  /** Of a structure or an array, the part that is meant: places and field names, e.g. "0.AccCount" (PackML counts). */
  field: z
    .string()
    .regex(/^\w+(\.\w+){0,7}$/)
    .max(80)
    .optional(),
  meaning: signalMeaning,
  /** Name that people see; the signalId where it is left out. */
  name: z.string().max(80).optional(),
  /** UCUM or UNECE code as text, e.g. "Cel", "mm/s"; empty: none. */
  unit: z.string().max(20).default(""),
  /** Shown value = raw × scale. The raw value is what is stored. */
  scale: z.number().optional(),
  samplingMs: z.int().min(10).max(3_600_000).default(250),
  /** So many unread values the server keeps while the way to it is cut. */
  queueSize: z.int().min(1).max(100_000).default(100),
  /** What a full queue throws away. */
  discard: z.enum(["oldest", "newest"]).default("oldest"),
  /** Left out: every value is stored. Else the stored line is never further than `tolerance` from the values. */
  reduction: z
    .strictObject({ kind: z.enum(["deadband", "swinging-door"]), tolerance: z.number().positive() })
    .optional(),
  /** What is normal, as shown (after the scale); null: no limit at this end. Only with "measure" and "speed". */
  limits: z
    .strictObject({ low: z.number().nullable(), high: z.number().nullable() })
    .refine(({ low, high }) => low === null || high === null || low < high, {
      message: "The lower limit is not below the upper one",
      params: { fault: "limits" },
    })
    .optional(),
  /** Only with meaning "state". */
  stateMap: stateMapSchema.optional(),
  /** Only with meaning "mode". */
  modeMap: modeMapSchema.optional(),
  /** Only with a count. */
  count: countRuleSchema.optional(),
});
export type SignalMapping = z.infer<typeof signalMappingSchema>;
export type NormalLimits = NonNullable<SignalMapping["limits"]>;

export const machineSecuritySchema = z.strictObject({
  /** None only where a lead allows it for this one machine, on a network of its own. */
  mode: z.enum(["SignAndEncrypt", "Sign", "None"]).default("SignAndEncrypt"),
  policy: z
    .enum(["Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"])
    .default("Basic256Sha256"),
  /** Who the station says it is. Secrets are never part of a mapping; they lie in files of the station. */
  identity: z.enum(["anonymous", "user", "certificate"]).default("anonymous"),
  user: z.string().max(80).optional(),
  /** true: the machine's certificate may name another address. Only for a factory certificate that cannot be exchanged. */
  anyHost: z.boolean().optional(),
});

export const machineMappingSchema = z
  .strictObject({
    machineId: id,
    name: z.string().min(1).max(60),
    /** ISA-95 work unit whose orders this machine works. Pieces count for an order only if it is that of the station. */
    workUnit: z.string().min(1).max(40),
    endpointUrl: z.string().startsWith("opc.tcp://").max(400),
    security: machineSecuritySchema.prefault({}),
    rules: machineRulesSchema.prefault({}),
    signals: z.array(signalMappingSchema).max(2_000),
    /** Alarms that come as events; those that are values are signals with meaning "alarm". */
    alarmSources: z.array(alarmSourceSchema).max(10).default([]),
    /** What people do about an alarm, by its code, by the id of its signal, or by what it says. */
    alarmAdvice: z.record(z.string().min(1).max(200), adviceText).optional(),
  })
  .superRefine(({ signals, rules, alarmSources }, context) => {
    if (rules.stateFrom === "counts" && rules.cycleSeconds === null) {
      const message = "A state from counts alone needs the seconds of a cycle, or no piece is ever overdue";
      const params = { fault: "cycle-missing" };
      context.addIssue({ code: "custom", message, params, path: ["rules", "cycleSeconds"] });
    }
    for (const { index, fault, message } of faultsOf(signals)) {
      context.addIssue({ code: "custom", message, params: { fault }, path: ["signals", index] });
    }
    const ids = [...signals.map(({ signalId }) => signalId), ...alarmSources.map(({ sourceId }) => sourceId)];
    for (const [index, source] of alarmSources.entries()) {
      const isTaken = ids.indexOf(source.sourceId) < signals.length + index;
      const message = isTaken ? "A signal or another source has this id" : faultOfSource(source);
      if (message !== undefined) context.addIssue({ code: "custom", message, path: ["alarmSources", index] });
    }
  });
export type MachineMapping = z.infer<typeof machineMappingSchema>;

/** The file that is exported, imported and kept by the station: all machines of one station. */
export const mappingFileSchema = z
  .strictObject({
    format: z.literal("takt-mapping"),
    version: z.literal(1),
    machines: z.array(machineMappingSchema).max(50),
  })
  .superRefine(({ machines }, context) => {
    for (const index of repeated(machines.map(({ machineId }) => machineId))) {
      const params = { fault: "id-twice" };
      context.addIssue({
        code: "custom",
        message: "Two machines have this id",
        params,
        path: ["machines", index],
      });
    }
  });
export type MappingFile = z.infer<typeof mappingFileSchema>;

const onceOnly = new Set<SignalMeaning>(["count-total", "count-good", "count-scrap"]);

/** What no field alone can show, in words for IT; screens have words of their own for each. */
const FAULTS = {
  "id-twice": "Two signals have this id",
  "count-twice": "This count is mapped twice, so pieces would count twice",
  "total-and-good": "Map all pieces and scrap, or good and scrap: never all and good",
  "state-map": "A state, and only a state, needs a stateMap",
  "mode-map": "A mode, and only a mode, needs a modeMap",
  "count-rule": "Only a count has a count rule",
  limits: "Only a measured value and a speed have limits",
} as const;

interface SignalFault {
  readonly index: number;
  readonly fault: keyof typeof FAULTS;
  readonly message: string;
}

function faultsOf(signals: readonly SignalMapping[]): readonly SignalFault[] {
  const isMapped = (wanted: SignalMeaning): boolean => signals.some(({ meaning }) => meaning === wanted);
  const both = isMapped("count-total") && isMapped("count-good");
  const at = (index: number, fault: keyof typeof FAULTS): SignalFault => ({
    index,
    fault,
    message: FAULTS[fault],
  });
  const sameId = repeated(signals.map(({ signalId }) => signalId));
  const sameCount = repeated(signals.map(({ meaning }, index) => (onceOnly.has(meaning) ? meaning : index)));
  return [
    ...sameId.map((index) => at(index, "id-twice")),
    ...sameCount.map((index) => at(index, "count-twice")),
    ...(both ? [at(signals.length - 1, "total-and-good")] : []),
    ...signals.flatMap((signal, index) => misplaced(signal).map((fault) => at(index, fault))),
  ];
}

/** What a signal of this meaning has too much or lacks. */
function misplaced(signal: SignalMapping): readonly (keyof typeof FAULTS)[] {
  const { meaning, stateMap, modeMap, count, limits } = signal;
  const hasRange = meaning === "measure" || meaning === "speed";
  return [
    ...((meaning === "state") === (stateMap !== undefined) ? [] : (["state-map"] as const)),
    ...((meaning === "mode") === (modeMap !== undefined) ? [] : (["mode-map"] as const)),
    ...(count === undefined || onceOnly.has(meaning) ? [] : (["count-rule"] as const)),
    ...(limits === undefined || hasRange ? [] : (["limits"] as const)),
  ];
}

/** Places of all but the first of equal keys. */
function repeated(keys: readonly unknown[]): readonly number[] {
  const seen = new Set<unknown>();
  return keys.flatMap((key, index) => {
    const again = seen.has(key);
    seen.add(key);
    return again ? [index] : [];
  });
}

/** Pieces of one count as the mapping has it; undefined: the signal counts nothing. */
export function piecesPerCountOf({ meaning, count }: SignalMapping): number | undefined {
  return onceOnly.has(meaning) ? (count?.piecesPerCount ?? 1) : undefined;
}
