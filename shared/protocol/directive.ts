import { z } from "zod";
import { toolSchema } from "../domain/maintenance/tool.ts";
import { lotSchema } from "../domain/materials/lot.ts";
import { jobOrderSchema } from "../domain/orders/job-order.ts";
import { madeElsewhereSchema } from "../domain/orders/made-elsewhere.ts";
import { ssccRangeSchema } from "../domain/packing/sscc-range.ts";
import { personSchema } from "../domain/people/person.ts";
import { characteristicSchema } from "../domain/quality/characteristic.ts";
import { defectCodeSchema } from "../domain/quality/defect-code.ts";
import { shiftCalendarSchema } from "../domain/shifts/shift-calendar.ts";
import { reasonSchema } from "../domain/stops/reason.ts";

const messageSchema = z.looseObject({
  messageId: z.string(),
  text: z.string().max(300),
  atUtc: z.iso.datetime(),
});

/** The master data that the MES sends down, by kind. The key of a kind is the property named in `directiveKeys`. */
export const masterDataSchemas = {
  "job-order": jobOrderSchema,
  "made-elsewhere": madeElsewhereSchema,
  reason: reasonSchema,
  "defect-code": defectCodeSchema,
  characteristic: characteristicSchema,
  person: personSchema,
  lot: lotSchema,
  tool: toolSchema,
  "shift-calendar": shiftCalendarSchema,
  "sscc-range": ssccRangeSchema,
  message: messageSchema,
} as const;

export type MasterDataKind = keyof typeof masterDataSchemas;
/** The property of a body that equals the `id` of its directive. */
export const directiveKeys = {
  "job-order": "jobOrderId",
  "made-elsewhere": "jobOrderId",
  reason: "reasonCode",
  "defect-code": "defectCode",
  characteristic: "characteristicId",
  person: "personId",
  lot: "lotId",
  tool: "toolId",
  "shift-calendar": "shiftCalendarId",
  "sscc-range": "ssccRangeId",
  message: "messageId",
} as const satisfies Record<MasterDataKind, string>;

export const masterDataKinds = Object.keys(masterDataSchemas) as readonly MasterDataKind[];

/** Lists that a planner imports as they are: orders have an import of their own, and sums of bookings are computed. */
export type ListKind = Exclude<MasterDataKind, "job-order" | "made-elsewhere">;

export function isListKind(kind: MasterDataKind): kind is ListKind {
  return kind !== "job-order" && kind !== "made-elsewhere";
}

/**
 * One entry of the directive log of a station. `body` replaces what the station mirrors under (kind, id); null removes
 * it. It never touches what the station itself recorded (I-22).
 */
export const directiveSchema = z.strictObject({
  seq: z.int().positive(),
  atUtc: z.iso.datetime(),
  kind: z.string().min(1).max(40),
  id: z.string().min(1).max(80),
  body: z.record(z.string(), z.unknown()).nullable(),
});
export type Directive = z.infer<typeof directiveSchema>;
