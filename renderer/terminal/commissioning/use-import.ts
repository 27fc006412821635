import { useRef, useState } from "react";
import type { MappingComparison } from "../../../shared/screen/commissioning.ts";
import { useScreen } from "../app/screen-context.ts";
import type { AssistantState, Passwords } from "./assistant-state.ts";

/** Takes in the file that was compared; asked again after a lost answer it is booked once. */
export function useImport(
  { file, version, basedOn }: MappingComparison,
  onGo: (next: AssistantState) => void,
): { readonly busy: boolean; take(passwords: Passwords): Promise<void> } {
  const { ask } = useScreen();
  const [busy, setBusy] = useState(false);
  const intentId = useRef(crypto.randomUUID());
  const take = async (passwords: Passwords) => {
    setBusy(true);
    const input = { intentId: intentId.current, file, version, basedOn, passwords };
    const answer = await ask("commissioning.importMapping", input);
    setBusy(false);
    if (answer?.ok === true) onGo({ step: "imported" });
  };
  return { busy, take };
}
