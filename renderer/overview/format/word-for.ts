import type { IntlShape } from "react-intl";

/** The reader's word for a code of the MES, else the code itself: a newer MES may know more of them than this page. */
export function wordFor(intl: IntlShape, area: "event" | "code", code: string): string {
  const id = `${area}.${code}`;
  return Object.hasOwn(intl.messages, id) ? intl.formatMessage({ id }) : code;
}
