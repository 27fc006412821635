import { z } from "zod";

export const materialEvents = {
  "material.loaded": z.looseObject({
    lotId: z.string(),
    itemId: z.string(),
    quantity: z.int().nonnegative(),
  }),
} as const;
