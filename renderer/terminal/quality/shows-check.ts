import type { ViewState } from "../app/view-state.ts";

/** Whether a check is what the person works on: bare, or with the pad that belongs to it. */
export function showsCheck({ route, sheet }: Pick<ViewState, "route" | "sheet">): boolean {
  return route === "quality" && (sheet === null || sheet.kind === "pad");
}
