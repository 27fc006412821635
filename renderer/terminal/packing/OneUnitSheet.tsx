import type { Sheet } from "../app/view-state.ts";
import { ReopenSheet } from "./ReopenSheet.tsx";
import { TakeOutSheet } from "./TakeOutSheet.tsx";

/** What is asked of one box or pallet: why it is opened again, or what comes out of it. */
export function OneUnitSheet({ sheet }: { readonly sheet: Extract<Sheet, { kind: "reopen" | "take-out" }> }) {
  return sheet.kind === "reopen" ? (
    <ReopenSheet key={sheet.unitId} unitId={sheet.unitId} />
  ) : (
    <TakeOutSheet key={sheet.unit} unit={sheet.unit} />
  );
}
