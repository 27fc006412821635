import { z } from "zod";

/** A document that says how the work is done, in the revision that is valid. */
export const instructionSchema = z.object({
  documentId: z.string().min(1).max(120),
  title: z.string().max(120),
  revision: z.string().min(1).max(20),
});
export type Instruction = z.infer<typeof instructionSchema>;

export const instructionsSchema = z.array(instructionSchema).max(20);

/** What an event notes of them: nothing where the planner names none, so that such entries stay as they were. */
export function notedInstructions(
  order: { readonly instructions?: readonly Instruction[] | undefined } | undefined,
): { readonly instructions?: Instruction[] } {
  return order?.instructions === undefined ? {} : { instructions: [...order.instructions] };
}
