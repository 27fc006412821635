import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const packingRouter = router({
  open: screenProcedure
    .input(commandInputs["packing.open"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("packing.open", input)),
  pack: screenProcedure
    .input(commandInputs["packing.pack"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("packing.pack", input)),
  packUnit: screenProcedure
    .input(commandInputs["packing.packUnit"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("packing.packUnit", input)),
  unpack: screenProcedure
    .input(commandInputs["packing.unpack"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("packing.unpack", input)),
  close: screenProcedure
    .input(commandInputs["packing.close"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("packing.close", input)),
  reopen: screenProcedure
    .input(commandInputs["packing.reopen"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("packing.reopen", input)),
  printLabel: screenProcedure
    .input(commandInputs["packing.printLabel"])
    .mutation(({ ctx, input }) => ctx.services.printLabel(input)),
});
