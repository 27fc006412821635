import { z } from "zod";
import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const qualityRouter = router({
  recordMeasurement: screenProcedure
    .input(commandInputs["quality.recordMeasurement"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("quality.recordMeasurement", input)),
  withdrawMeasurement: screenProcedure
    .input(commandInputs["quality.withdrawMeasurement"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("quality.withdrawMeasurement", input)),
  logDefect: screenProcedure
    .input(commandInputs["quality.logDefect"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("quality.logDefect", input)),
  /** Which check a gauge reading belongs to from now on; null when its screen is left. */
  openCheck: screenProcedure
    .input(z.strictObject({ characteristicId: z.string().min(1).max(40).nullable() }))
    .mutation(({ ctx, input }) => ctx.services.openCheck(input.characteristicId)),
});
