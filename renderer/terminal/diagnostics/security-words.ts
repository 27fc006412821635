import type { MachineLinkView } from "../../../shared/screen/machine-link-view.ts";
import type { Text } from "../text/use-text.ts";

/** "Basic256Sha256, signed and encrypted". */
export function securityWords(
  { mode, policy }: Pick<MachineLinkView["security"], "mode" | "policy">,
  t: Text,
): string {
  const words = t(`diagnostics.mode-${mode}`);
  return policy === null || mode === "None" ? words : `${policy}, ${words}`;
}
