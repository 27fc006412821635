import { z } from "zod";
import { localizedText } from "../people/localized-text.ts";

export const defectCodeSchema = z.looseObject({
  defectCode: z.string().min(1).max(40),
  name: localizedText,
  rank: z.int(),
});
export type DefectCode = z.infer<typeof defectCodeSchema>;
