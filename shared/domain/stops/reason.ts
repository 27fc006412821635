import { z } from "zod";
import { localizedText } from "../people/localized-text.ts";

/**
 * One entry of a reason tree: why an order is paused, why a piece is scrap or rework, why a rule of materials
 * was set aside, why an order ends short of its plan or is given up, why a closed box is opened again.
 */
export const reasonSchema = z.looseObject({
  reasonCode: z.string().min(1).max(40),
  kind: z.enum(["pause", "scrap", "rework", "override", "short", "abort", "reopen"]),
  name: localizedText,
  /** Place among its siblings, most frequent first. */
  rank: z.int(),
});
export type Reason = z.infer<typeof reasonSchema>;
export type ReasonKind = Reason["kind"];
