import { commandInputs } from "../../../shared/screen/commands.ts";
import { router, screenProcedure } from "./context.ts";

export const ordersRouter = router({
  start: screenProcedure
    .input(commandInputs["orders.start"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.start", input)),
  beginRun: screenProcedure
    .input(commandInputs["orders.beginRun"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.beginRun", input)),
  pause: screenProcedure
    .input(commandInputs["orders.pause"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.pause", input)),
  resume: screenProcedure
    .input(commandInputs["orders.resume"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.resume", input)),
  finish: screenProcedure
    .input(commandInputs["orders.finish"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.finish", input)),
  finishShort: screenProcedure
    .input(commandInputs["orders.finishShort"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.finishShort", input)),
  abort: screenProcedure
    .input(commandInputs["orders.abort"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.abort", input)),
  reportGood: screenProcedure
    .input(commandInputs["orders.reportGood"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.reportGood", input)),
  noteReading: screenProcedure
    .input(commandInputs["orders.noteReading"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.noteReading", input)),
  reportScrap: screenProcedure
    .input(commandInputs["orders.reportScrap"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.reportScrap", input)),
  reportRework: screenProcedure
    .input(commandInputs["orders.reportRework"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.reportRework", input)),
  undo: screenProcedure
    .input(commandInputs["orders.undo"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.undo", input)),
  correct: screenProcedure
    .input(commandInputs["orders.correct"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.correct", input)),
  correctTime: screenProcedure
    .input(commandInputs["orders.correctTime"])
    .mutation(({ ctx, input }) => ctx.services.commands.execute("orders.correctTime", input)),
});
