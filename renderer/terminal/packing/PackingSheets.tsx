import type { Sheet } from "../app/view-state.ts";
import { PackingSheet } from "./PackingSheet.tsx";
import { ReopenSheet } from "./ReopenSheet.tsx";
import { TakeOutSheet } from "./TakeOutSheet.tsx";

interface PackingSheetsProps {
  readonly sheet: Extract<Sheet, { kind: "packing" | "reopen" | "take-out" }>;
}

/** Boxes and pallets, and what is asked of one of them: why it is opened again, or what comes out of it. */
export function PackingSheets({ sheet }: PackingSheetsProps) {
  switch (sheet.kind) {
    case "packing":
      return <PackingSheet />;
    case "reopen":
      return <ReopenSheet key={sheet.unitId} unitId={sheet.unitId} />;
    case "take-out":
      return <TakeOutSheet key={sheet.unit} unit={sheet.unit} />;
    default:
      return sheet satisfies never;
  }
}
