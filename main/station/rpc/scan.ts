import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const scanRouter = router({
  /** A scan that came in through the keyboard. Its verdict is in the answer and on the screen of everyone. */
  submit: screenProcedure
    .input(commandInputs["scan.submit"])
    .mutation(({ ctx, input }) => ctx.services.scans.scan(input.raw, "wedge", input.intentId)),
  keep: screenProcedure
    .input(commandInputs["scan.keep"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("scan.keep", input)),
});
