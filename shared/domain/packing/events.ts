import { z } from "zod";

const sscc = z.string().regex(/^\d{18}$/);
const serial = z.string().min(1).max(20);
const pieces = z.int().positive().max(10_000_000);

export const unitKind = z.enum(["box", "pallet"]);
export type UnitKind = z.infer<typeof unitKind>;

/** A closed unit that stands inside of another. */
const child = z.object({ unitId: z.uuid(), sscc });

export const labelTarget = z.enum(["folder", "printer"]);
export type LabelTarget = z.infer<typeof labelTarget>;

/** A unit is known by the id of the event that opened it, and by its SSCC once it is closed. */
export const packingEvents = {
  /** With what was true of the order, so that a fold needs no master data: only pieces that fit it go in. */
  "unit.opened": z.looseObject({
    kind: unitKind,
    itemId: z.string(),
    itemName: z.string(),
    gtin: z.string().nullable(),
    customer: z.object({ customerId: z.string(), name: z.string() }).nullable(),
  }),
  /** Pieces of an order, or a closed unit with all that is in it. */
  "unit.packed": z.looseObject({
    unitId: z.uuid(),
    quantity: pieces,
    serials: z.array(serial).max(1_000),
    child: child.nullable(),
  }),
  /** Counter-booking of one packing, as a whole; the original stays. */
  "unit.unpacked": z.looseObject({
    unitId: z.uuid(),
    unpacks: z.uuid(),
    quantity: pieces,
    serials: z.array(serial).max(1_000),
    child: child.nullable(),
  }),
  /** From here on the unit has its SSCC, until it is opened again; the number is never given again. */
  "unit.closed": z.looseObject({
    unitId: z.uuid(),
    sscc,
    extensionDigit: z.int().min(0).max(9),
    companyPrefix: z.string(),
    serialReference: z.int().nonnegative(),
    quantity: pieces,
    contents: z.array(z.object({ jobOrderId: z.string(), quantity: pieces, lotId: z.string().nullable() })),
    children: z.array(sscc),
  }),
  /** A lead opened it again: its SSCC and every label with it are void, and its next closing gives another. */
  "unit.reopened": z.looseObject({
    unitId: z.uuid(),
    /** The closing that is taken back. */
    reopens: z.uuid(),
    sscc,
    reasonCode: z.string(),
  }),
  /** A print job that was given out, whatever the printer made of it. 1 is the original, every later one a copy. */
  "label.printed": z.looseObject({
    unitId: z.uuid(),
    sscc,
    copy: z.int().positive(),
    target: labelTarget,
  }),
  /** The number of a piece that a machine has counted already. */
  "piece.identified": z.looseObject({ itemId: z.string(), serial }),
} as const;
