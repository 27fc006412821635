import { readinessCodes } from "../../../shared/domain/orders/readiness.ts";
import type { Text } from "../text/use-text.ts";

/** The words for why an order is not ready, where a code of readiness is among the details. */
export function whyNotReady(
  { why, about }: Readonly<Record<string, string>>,
  t: Text,
): { readonly why?: string } {
  const code = readinessCodes.find((known) => known === why);
  return code === undefined
    ? {}
    : { why: t(`readiness.${code}`, { about: about ?? "", quantity: 0, of: 0 }) };
}
