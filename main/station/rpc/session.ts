import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const sessionRouter = router({
  signInWithPin: screenProcedure
    .input(commandInputs["session.signInWithPin"])
    .mutation(({ ctx, input }) => ctx.services.signIn(input)),
  signOut: screenProcedure
    .input(commandInputs["session.signOut"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("session.signOut", input)),
});
