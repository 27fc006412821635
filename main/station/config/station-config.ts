import { z } from "zod";
import type { WorkUnits } from "../../../shared/domain/orders/work-place.ts";
import { languageSchema } from "../../../shared/domain/people/localized-text.ts";
import type { SessionTimes } from "../../../shared/domain/people/session-times.ts";
import { isTimeZone } from "../../../shared/lib/time-zone.ts";

const serialDevice = z.strictObject({
  path: z.string().min(1).describe("Stable path of the port, e.g. /dev/serial/by-id/usb-… or COM3"),
  baudRate: z.int().positive().default(9600).describe("Bits per second, as set at the device"),
});

const machine = z.strictObject({
  endpointUrl: z
    .string()
    .startsWith("opc.tcp://")
    .describe("OPC UA endpoint of the machine, opc.tcp://host:port"),
  namespaceUri: z
    .string()
    .min(1)
    .describe("Namespace of the machine's nodes; looked up by URI at every connect"),
  partCountNode: z
    .string()
    .min(1)
    .describe("Node of the part counter, e.g. s=Lathe2.PartCount, in the namespace above"),
  stateNode: z.string().min(1).describe("Node of the PackML state number, e.g. s=Lathe2.State"),
  securityMode: z
    .enum(["SignAndEncrypt", "Sign", "None"])
    .default("SignAndEncrypt")
    .describe("None only for a machine that can do nothing better, and only on a separate network"),
  securityPolicy: z
    .enum(["Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"])
    .default("Basic256Sha256")
    .describe("OPC UA security policy; never negotiated down"),
  user: z.string().optional().describe("User name at the machine; left out for anonymous"),
  passwordFile: z
    .string()
    .optional()
    .describe("File that holds the password and nothing else, readable by the station only"),
  samplingMs: z.int().min(10).default(250).describe("How often the machine samples its values"),
  rolloverAt: z
    .int()
    .positive()
    .nullable()
    .default(4_294_967_296)
    .describe("Value at which the part counter wraps to 0"),
  maxPiecesPerSecond: z
    .number()
    .positive()
    .default(20)
    .describe("Fastest the machine can make pieces; more is no production"),
});

const DAY_SECONDS = 86_400;
const seconds = z.int().min(1).max(DAY_SECONDS);

/** Every option of a station, with its default and what it is for: station.json in the station's data folder. */
export const stationConfigSchema = z.strictObject({
  stationId: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .default("WS-14")
    .describe("Name of this station at the MES"),
  machineName: z.string().min(1).max(60).default("Machine").describe("Name of the machine, as people say it"),
  workUnit: z
    .string()
    .min(1)
    .max(40)
    .default("CNC-2")
    .describe("ISA-95 work unit that this station books for"),
  workUnits: z
    .array(z.string().min(1).max(40))
    .min(1)
    .max(4)
    .refine((units) => new Set(units).size === units.length, "names a work unit twice")
    .nullable()
    .default(null)
    .describe("Work units of a terminal that has more than one, the first of them first; outweighs workUnit"),
  timeZone: z
    .string()
    .refine(isTimeZone, "is no time zone; use an IANA name such as Europe/Warsaw")
    .default(Intl.DateTimeFormat().resolvedOptions().timeZone)
    .describe("IANA zone of the plant; shown times follow it, and shifts until the MES sends a calendar"),
  language: languageSchema.default("en").describe("Language of the screen while nobody is signed in"),
  mes: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).describe("Address of the MES"),
      tokenFile: z.string().min(1).describe("File that holds the station token"),
      caFile: z
        .string()
        .min(1)
        .nullable()
        .default(null)
        .describe("File (PEM) with the plant's certificate authorities; null: those of the operating system"),
    })
    .nullable()
    .default(null)
    .describe("Without it the station works alone and keeps everything until it has one"),
  machine: machine.nullable().default(null).describe("The machine beside the station; null: none"),
  scanner: serialDevice
    .nullable()
    .default(null)
    .describe("Serial barcode scanner; a keyboard-wedge one needs no entry"),
  gauge: serialDevice.nullable().default(null).describe("Serial gauge for measured checks"),
  exchangeFolder: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe(
      "Folder for mappings to and from other stations, e.g. where a USB stick is mounted; null: <data>/exchange",
    ),
  labelPrinter: z
    .strictObject({
      host: z.string().min(1).max(253).describe("Name or address of a label printer that understands ZPL"),
      port: z.int().min(1).max(65_535).default(9100).describe("Its raw TCP port"),
    })
    .nullable()
    .default(null)
    .describe("Without it labels lie as files in <data>/labels"),
  labelSizeMm: z
    .strictObject({ widthMm: z.int().min(90).max(300), heightMm: z.int().min(120).max(400) })
    .default({ widthMm: 105, heightMm: 148 })
    .describe("Size of the label of a unit, in millimetres"),
  session: z
    .strictObject({
      idleSeconds: seconds.default(300).describe("Rights end after so long without a touch or a scan"),
      leadSeconds: seconds
        .default(60)
        .describe("What only a lead may ends so long after the badge or the PIN, touched or not"),
      signOutAfterShiftSeconds: seconds
        .default(900)
        .describe("Whoever came in a shift is signed out so long after its end"),
      signOutWithoutOrderSeconds: seconds
        .default(1_800)
        .describe("Everybody is signed out after so long without an order, a touch or a scan"),
    })
    .prefault({})
    .describe("How long people's rights last; counted by a clock that nobody can set"),
  logLevel: z.enum(["debug", "info", "warn", "error"]).default("info").describe("How much the log tells"),
});
export type StationConfig = z.infer<typeof stationConfigSchema>;

export function sessionTimesOf({ session }: StationConfig): SessionTimes {
  return {
    idleMs: session.idleSeconds * 1_000,
    leadMs: session.leadSeconds * 1_000,
    afterShiftMs: session.signOutAfterShiftSeconds * 1_000,
    withoutOrderMs: session.signOutWithoutOrderSeconds * 1_000,
  };
}

/** The work units of a terminal: mostly one. */
export function workUnitsOf({ workUnit, workUnits }: StationConfig): WorkUnits {
  const [first = workUnit, ...others] = workUnits ?? [];
  return [first, ...others];
}
