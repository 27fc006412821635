import { unreachable } from "../../../shared/lib/unreachable.ts";
import type { Sheet } from "../app/view-state.ts";
import { HelpSheet } from "../help/HelpSheet.tsx";
import { CorrectionSheet } from "../history/CorrectionSheet.tsx";
import { HistorySheet } from "../history/HistorySheet.tsx";
import { TimeSheet } from "../history/TimeSheet.tsx";
import { TimesSheet } from "../history/TimesSheet.tsx";
import { MessagesSheet } from "../lists/MessagesSheet.tsx";
import { StopsSheet } from "../lists/StopsSheet.tsx";
import { MachineSheet } from "../machine/MachineSheet.tsx";
import { ToolsSheet } from "../machine/ToolsSheet.tsx";
import { AmountSheet } from "../material/AmountSheet.tsx";
import { MaterialsSheet } from "../material/MaterialsSheet.tsx";
import { OverrideSheet } from "../material/OverrideSheet.tsx";
import { OutboxSheet } from "../outbox/OutboxSheet.tsx";
import { PackingSheets } from "../packing/PackingSheets.tsx";
import { ChooseOrderSheet } from "../queue/ChooseOrderSheet.tsx";
import { WhyBlockedSheet } from "../queue/WhyBlockedSheet.tsx";
import { AbortSheet } from "../reason/AbortSheet.tsx";
import { FinishShortSheet } from "../reason/FinishShortSheet.tsx";
import { PauseSheet } from "../reason/PauseSheet.tsx";
import { RejectSheet } from "../reason/RejectSheet.tsx";
import { ReworkWhereSheet } from "../reason/ReworkWhereSheet.tsx";
import { PinSheet } from "../sign-in/PinSheet.tsx";
import { StopSheet } from "../stop/StopSheet.tsx";

export function SheetContent({ sheet }: { readonly sheet: Sheet }) {
  switch (sheet.kind) {
    case "pause":
      return <PauseSheet all={sheet.all} />;
    case "finish-short":
      return <FinishShortSheet />;
    case "abort":
      return <AbortSheet />;
    case "scrap":
    case "rework":
      return <RejectSheet key={sheet.kind} kind={sheet.kind} />;
    case "rework-where":
      return <ReworkWhereSheet reasonCode={sheet.reasonCode} quantity={sheet.quantity} />;
    case "help":
      return <HelpSheet />;
    case "messages":
      return <MessagesSheet />;
    case "stops":
      return <StopsSheet />;
    case "stop":
      return <StopSheet key={sheet.stopId} stopId={sheet.stopId} />;
    case "tools":
      return <ToolsSheet />;
    case "values":
    case "factor":
    case "alarms":
      return <MachineSheet key={sheet.machineId} kind={sheet.kind} machineId={sheet.machineId} />;
    case "materials":
      return <MaterialsSheet />;
    case "packing":
    case "reopen":
    case "take-out":
      return <PackingSheets sheet={sheet} />;
    case "material-amount":
      return <AmountSheet key={`${sheet.deed} ${sheet.itemId}`} itemId={sheet.itemId} deed={sheet.deed} />;
    case "override":
      return <OverrideSheet key={sheet.lotId} lotId={sheet.lotId} rule={sheet.rule} />;
    case "outbox":
      return <OutboxSheet />;
    case "history":
      return <HistorySheet />;
    case "times":
      return <TimesSheet />;
    case "correct-time":
      return <TimeSheet key={sheet.eventId} eventId={sheet.eventId} />;
    case "correct":
      return <CorrectionSheet key={sheet.eventId} eventId={sheet.eventId} />;
    case "choose-order":
      return <ChooseOrderSheet jobOrderId={sheet.jobOrderId} />;
    case "why-blocked":
      return <WhyBlockedSheet jobOrderId={sheet.jobOrderId} />;
    case "pin":
      return <PinSheet personId={sheet.personId} />;
    case "pad":
    case "reading":
      return null; // the pad is drawn by the screen it belongs to
    default:
      return unreachable(sheet);
  }
}
