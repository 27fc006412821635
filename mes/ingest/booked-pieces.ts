import { z } from "zod";

const payloads: Readonly<Record<string, z.ZodType<number>>> = {
  "quantity.reported": z
    .object({ good: z.number(), scrap: z.number(), rework: z.number() })
    .transform(({ good, scrap, rework }) => Math.abs(good) + Math.abs(scrap) + Math.abs(rework)),
  "defect.logged": z.object({ quantity: z.number() }).transform(({ quantity }) => quantity),
};

/** How many pieces of a stored event can be taken back, from its payload as text; 1 for what is only taken back whole. */
export function bookedPieces({ type, payload }: { readonly type: string; readonly payload: string }): number {
  const schema = payloads[type];
  if (schema === undefined) return 1;
  // It was judged when it came; a rejected one may be anything, and nothing of that can be taken back anyway.
  const read = schema.safeParse(JSON.parse(payload));
  return Math.max(read.success ? read.data : 0, 1);
}
