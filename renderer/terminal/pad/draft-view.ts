import type { Route, Sheet } from "../app/view-state.ts";
import type { PadDraft } from "./pad-draft.ts";

/** The screen with the pad that an entry was typed on. */
export function draftView({ purpose }: PadDraft): { readonly route: Route; readonly sheet: Sheet } {
  if (purpose === "measurement") return { route: "quality", sheet: { kind: "pad" } };
  return { route: "run", sheet: { kind: purpose === "good" ? "pad" : "reading" } };
}
