import { z } from "zod";
import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

/** Which touch it was is nobody's business. */
const touch = z.strictObject({});

export const sessionRouter = router({
  signInWithPin: screenProcedure
    .input(commandInputs["session.signInWithPin"])
    .mutation(({ ctx, input }) => ctx.services.signIn(input)),
  unlockPin: screenProcedure
    .input(commandInputs["session.unlockPin"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("session.unlockPin", input)),
  /** The screen was touched; told at most every few seconds. */
  touched: screenProcedure.input(touch).mutation(({ ctx }) => ctx.services.touched()),
  signOut: screenProcedure
    .input(commandInputs["session.signOut"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("session.signOut", input)),
});
