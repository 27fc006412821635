import type { UndoView } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import type { Sheet } from "../app/view-state.ts";
import { NoticeBar } from "./NoticeBar.tsx";
import { UndoBar } from "./UndoBar.tsx";

/** One bar at a time: what was refused stands before what can be taken back. */
export function ActionBar() {
  const { view, model } = useScreen();
  if (view.notice !== null) return <NoticeBar notice={view.notice} />;
  if (model.undo === null || !leavesRoom(view.sheet, model.undo)) return null;
  return <UndoBar undo={model.undo} />;
}

/** A sheet has its own keys where the bar lies, but for the one on which things are taken out of a box. */
function leavesRoom(sheet: Sheet | null, { kind }: UndoView): boolean {
  if (sheet === null || sheet.kind === "pad") return true;
  return kind === "taken-out" && sheet.kind === "take-out";
}
