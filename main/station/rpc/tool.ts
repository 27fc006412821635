import { z } from "zod";
import { mappingText } from "../../../shared/screen/commissioning.ts";
import { router, toolProcedure } from "./context.ts";

export const toolRouter = router({
  verify: toolProcedure.query(({ ctx }) => ctx.services.verify()),
  journal: toolProcedure
    .input(z.strictObject({ afterSeq: z.int().nonnegative(), limit: z.int().positive().max(1000) }))
    .query(({ ctx, input }) => ctx.services.journal(input.afterSeq, input.limit)),
  mapping: toolProcedure.query(({ ctx }) => ctx.services.exchange.tool.mapping()),
  importMapping: toolProcedure
    .input(z.strictObject({ intentId: z.uuid(), text: mappingText }))
    .mutation(({ ctx, input }) => ctx.services.exchange.tool.importText(input.intentId, input.text)),
});
