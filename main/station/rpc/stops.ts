import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const stopsRouter = router({
  qualify: screenProcedure
    .input(commandInputs["stops.qualify"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("stops.qualify", input)),
});
