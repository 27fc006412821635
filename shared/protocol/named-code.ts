import { z } from "zod";
import { localizedText } from "../domain/people/localized-text.ts";

/**
 * A code of master data with its name in the plant's languages, for a page to pick from. `name` is null when master
 * data does not know the code; then the code is all that can be shown.
 */
export const namedCodeSchema = z.strictObject({ code: z.string(), name: localizedText.nullable() });
export type NamedCode = z.infer<typeof namedCodeSchema>;
