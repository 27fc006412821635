import { useScreen } from "../app/screen-context.ts";
import { NoticeBar } from "./NoticeBar.tsx";
import { UndoBar } from "./UndoBar.tsx";

/** One bar at a time: what was refused stands before what can be taken back. */
export function ActionBar() {
  const { view, model } = useScreen();
  if (view.notice !== null) return <NoticeBar notice={view.notice} />;
  if (view.sheet !== null && view.sheet.kind !== "pad") return null;
  if (model.undo !== null) return <UndoBar undo={model.undo} />;
  return null;
}
