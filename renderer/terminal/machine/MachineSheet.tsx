import { unreachable } from "../../../shared/lib/unreachable.ts";
import { AlarmsSheet } from "./AlarmsSheet.tsx";
import { FactorSheet } from "./FactorSheet.tsx";
import { ValuesSheet } from "./ValuesSheet.tsx";

interface MachineSheetProps {
  readonly kind: "values" | "factor" | "alarms";
  readonly machineId: string;
}

/** The sheets that are about one machine. */
export function MachineSheet({ kind, machineId }: MachineSheetProps) {
  switch (kind) {
    case "values":
      return <ValuesSheet machineId={machineId} />;
    case "factor":
      return <FactorSheet machineId={machineId} />;
    case "alarms":
      return <AlarmsSheet machineId={machineId} />;
    default:
      return unreachable(kind);
  }
}
