import { z } from "zod";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import { router, screenProcedure } from "./context.ts";

const place = z.strictObject({
  workUnit: z.string().min(1).max(40),
  jobOrderId: z.string().min(1).max(40).nullable(),
});

export const screenRouter = router({
  /** Which place of the terminal is shown and worked at from now on. */
  showPlace: screenProcedure.input(place).mutation(({ ctx, input }) => ctx.services.showPlace(input)),
  /** The screen now, and again after every change. Several changes in one turn of the loop come as one. */
  watch: screenProcedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<ScreenModel> {
    const ended = signal ?? new AbortController().signal;
    while (!ended.aborted) {
      const changed = ctx.services.nextChange(ended);
      yield ctx.services.screen();
      await changed;
    }
  }),
});
