import { commissioningInputs } from "../../../shared/screen/commissioning.ts";
import { router, screenProcedure } from "./context.ts";

/** Machines are found, mapped and trusted through these. All are mutations: they ask a machine, now. */
export const commissioningRouter = router({
  offers: screenProcedure
    .input(commissioningInputs["commissioning.offers"])
    .mutation(({ ctx, input }) => ctx.services.commissioning.offers(input)),
  explore: screenProcedure
    .input(commissioningInputs["commissioning.explore"])
    .mutation(({ ctx, input }) => ctx.services.commissioning.explore(input)),
  read: screenProcedure
    .input(commissioningInputs["commissioning.read"])
    .mutation(({ ctx, input }) => ctx.services.commissioning.read(input)),
  mapping: screenProcedure
    .input(commissioningInputs["commissioning.mapping"])
    .mutation(({ ctx }) => ctx.services.commissioning.mapping()),
  checkMapping: screenProcedure
    .input(commissioningInputs["commissioning.checkMapping"])
    .mutation(({ ctx, input }) => ctx.services.commissioning.checkMapping(input.text)),
  saveMapping: screenProcedure
    .input(commissioningInputs["commissioning.saveMapping"])
    .mutation(({ ctx, input }) => ctx.services.commissioning.saveMapping(input)),
  exportMapping: screenProcedure
    .input(commissioningInputs["commissioning.exportMapping"])
    .mutation(({ ctx }) => ctx.services.exchange.exportMapping()),
  mappingFiles: screenProcedure
    .input(commissioningInputs["commissioning.mappingFiles"])
    .mutation(({ ctx }) => ctx.services.exchange.files()),
  compareMapping: screenProcedure
    .input(commissioningInputs["commissioning.compareMapping"])
    .mutation(({ ctx, input }) => ctx.services.exchange.compare(input.file)),
  importMapping: screenProcedure
    .input(commissioningInputs["commissioning.importMapping"])
    .mutation(({ ctx, input }) => ctx.services.exchange.importMapping(input)),
  certificates: screenProcedure
    .input(commissioningInputs["commissioning.certificates"])
    .mutation(({ ctx }) => ctx.services.commissioning.certificates()),
  judgeCertificate: screenProcedure
    .input(commissioningInputs["commissioning.judgeCertificate"])
    .mutation(({ ctx, input }) => ctx.services.commissioning.judgeCertificate(input)),
});
