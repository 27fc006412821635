import { z } from "zod";
import { router, toolProcedure } from "./context.ts";

export const toolRouter = router({
  verify: toolProcedure.query(({ ctx }) => ctx.services.verify()),
  journal: toolProcedure
    .input(z.strictObject({ afterSeq: z.int().nonnegative(), limit: z.int().positive().max(1000) }))
    .query(({ ctx, input }) => ctx.services.journal(input.afterSeq, input.limit)),
});
