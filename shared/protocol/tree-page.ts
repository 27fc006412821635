import { z } from "zod";
import { treeMeanings } from "../domain/genealogy/tree-thing.ts";
import { unitKind } from "../domain/packing/events.ts";
import { orderRowSchema } from "./pages.ts";

const pieces = z.int().nonnegative();
const text = z.string();

/** Amounts are decimal text in `unit`. */
const amount = { amount: z.string().nullable(), unit: text };

/** What a node stands for. */
export const treeContentSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("supplier-lot"), supplierLot: text, supplier: text.nullable() }),
  z.strictObject({
    kind: z.literal("lot"),
    lotId: text,
    /** null: the planner never told of the lot. */
    itemName: text.nullable(),
    supplier: text.nullable(),
    ...amount,
    /** Left by calculation; null: nobody knows. */
    rest: text.nullable(),
  }),
  z.strictObject({
    kind: z.literal("order"),
    jobOrderId: text,
    itemName: text.nullable(),
    operation: text,
    workUnit: text,
    /** null: the planner never told of the order. */
    plannedQuantity: pieces.nullable(),
    good: z.int(),
    scrap: z.int(),
    rework: z.int(),
    state: orderRowSchema.shape.state.nullable(),
    /** Pieces that the start of the tree got into; null: not on this way. */
    stations: z.array(text),
    /** Of a rework order: the one whose pieces it repairs, and which gets them back. */
    repairs: text.nullable(),
  }),
  z.strictObject({
    kind: z.literal("unit"),
    unitId: text,
    unitKind,
    /** null: it is open. */
    sscc: text.nullable(),
    /** From before it was opened again: labels with them are void. */
    voidSsccs: z.array(text),
    itemName: text,
    customerName: text.nullable(),
    pieces,
  }),
  z.strictObject({
    kind: z.literal("serial"),
    serial: text,
    jobOrderId: text,
    stationId: text,
    piece: z.int(),
  }),
  z.strictObject({ kind: z.literal("stock"), lotId: text, ...amount, location: text.nullable() }),
  z.strictObject({ kind: z.literal("loose"), jobOrderId: text, workUnit: text, pieces }),
  z.strictObject({
    kind: z.literal("unreported"),
    jobOrderId: text,
    stationId: text,
    lastContactUtc: z.iso.datetime().nullable(),
    /** At most so many pieces. */
    pieces,
  }),
  z.strictObject({ kind: z.literal("more"), count: z.int().positive() }),
]);
export type TreeContent = z.infer<typeof treeContentSchema>;

/** known: told by its station. held: nobody may use it. pending: a station that does not speak may know more. */
const standing = z.enum(["known", "held", "pending"]);

export const treeNodeSchema = z.strictObject({
  key: text,
  /** 0: what was asked for; negative: what went in; positive: where it went. */
  column: z.int(),
  standing,
  /** The planner's words for a hold; null: none. */
  hold: text.nullable(),
  content: treeContentSchema,
});
export type TreeNode = z.infer<typeof treeNodeSchema>;

/** From what went in to what it went into; both ends are nodes of the tree. */
export const treeLinkSchema = z.strictObject({
  from: text,
  to: text,
  pieces: pieces.nullable(),
  meaning: z.enum(treeMeanings),
  standing,
});
export type TreeLink = z.infer<typeof treeLinkSchema>;

export const treeDirections = ["back", "forth", "both"] as const;
export type TreeDirection = (typeof treeDirections)[number];

/** GET /api/v1/genealogy/tree */
export const treePageSchema = z.strictObject({
  asOfUtc: text,
  root: text,
  nodes: z.array(treeNodeSchema),
  links: z.array(treeLinkSchema),
  /** Over the whole recall list, however deep the tree is drawn. Each piece once. */
  affected: z.strictObject({
    pieces,
    /** Went on into other orders, where they are counted once more. */
    wentOn: pieces,
    packed: pieces,
    loose: pieces,
    /** At most so many more, at stations that do not speak. */
    unreported: pieces,
    unreportedStations: z.array(text),
  }),
});
export type TreePage = z.infer<typeof treePageSchema>;
