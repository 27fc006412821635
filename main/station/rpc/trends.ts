import { TRPCError } from "@trpc/server";
import { machineTrendInput } from "../../../shared/screen/machine-trend.ts";
import { router, screenProcedure } from "./context.ts";

export const trendsRouter = router({
  /** Curves and states of one machine over a window that ends now. A store that cannot be read is no end of the station. */
  read: screenProcedure.input(machineTrendInput).query(async ({ ctx, input }) => {
    try {
      return await ctx.services.trend(input);
    } catch (cause) {
      throw new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "The trends cannot be read", cause });
    }
  }),
});
