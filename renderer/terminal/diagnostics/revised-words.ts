import type { NegotiatedView } from "../../../shared/screen/machine-link-view.ts";
import type { Text } from "../text/use-text.ts";

/** The first thing of which the machine gave less than it was asked for, and how many more there are. */
export function revisedWords({ revised, revisedCount }: NegotiatedView, t: Text): string {
  const [first] = revised;
  if (first === undefined) return t("diagnostics.revised-none");
  const { signalId, what, asked, given } = first;
  const one = t("diagnostics.revised-one", {
    what: t(`diagnostics.what-${what}`),
    signal: signalId ?? "",
    asked,
    given,
  });
  return revisedCount === 1 ? one : `${one}, ${t("diagnostics.revised-more", { count: revisedCount - 1 })}`;
}
