import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import { router, screenProcedure } from "./context.ts";

export const screenRouter = router({
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
