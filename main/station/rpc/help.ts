import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const helpRouter = router({
  request: screenProcedure
    .input(commandInputs["help.request"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("help.request", input)),
});
