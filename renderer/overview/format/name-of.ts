import type { IntlShape } from "react-intl";
import { languageSchema, textIn } from "../../../shared/domain/people/localized-text.ts";
import type { NamedCode } from "../../../shared/protocol/named-code.ts";

/** The name of a code in the reader's language, in English where it has none, or the code where nobody named it. */
export function nameOf(intl: IntlShape, { code, name }: NamedCode): string {
  return name === null ? code : textIn(name, languageSchema.parse(intl.locale));
}
