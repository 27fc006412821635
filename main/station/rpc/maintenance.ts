import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const maintenanceRouter = router({
  changeTool: screenProcedure
    .input(commandInputs["maintenance.changeTool"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("maintenance.changeTool", input)),
});
