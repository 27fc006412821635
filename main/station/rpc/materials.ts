import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const materialsRouter = router({
  returnRest: screenProcedure
    .input(commandInputs["materials.returnRest"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("materials.returnRest", input)),
  issue: screenProcedure
    .input(commandInputs["materials.issue"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("materials.issue", input)),
  override: screenProcedure
    .input(commandInputs["materials.override"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("materials.override", input)),
  reverse: screenProcedure
    .input(commandInputs["materials.reverse"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("materials.reverse", input)),
});
