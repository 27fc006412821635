import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { MessageKey } from "./catalog.ts";

export type TextValues = Readonly<Record<string, string | number>>;
export type Text = (key: MessageKey, values?: TextValues) => string;

/** The sentences of the active person's language. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback((key, values) => intl.formatMessage({ id: key }, values), [intl]);
}
