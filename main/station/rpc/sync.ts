import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const syncRouter = router({
  markSeen: screenProcedure
    .input(commandInputs["sync.markSeen"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("sync.markSeen", input)),
});
