import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const machinesRouter = router({
  setPiecesPerCount: screenProcedure
    .input(commandInputs["machines.setPiecesPerCount"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("machines.setPiecesPerCount", input)),
  acknowledgeAlarm: screenProcedure
    .input(commandInputs["machines.acknowledgeAlarm"])
    .mutation(({ ctx, input }) => ctx.services.alarms.acknowledge(input)),
});
