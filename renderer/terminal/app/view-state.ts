import type { OverridableRule } from "../../../shared/domain/materials/events.ts";
import type { UnitKind } from "../../../shared/domain/packing/events.ts";
import type { Refusal } from "../../../shared/domain/refusal.ts";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import type { CommandInput } from "../../../shared/screen/commands.ts";

export type Route =
  | "home"
  | "orders"
  | "run"
  | "quality"
  | "defect"
  | "machine"
  | "more"
  | "diagnostics"
  | "commissioning"
  | "sign-in";

export type HelpCategory = CommandInput<"help.request">["category"];

/** What lies over the content of a screen; header, strip and dock stay live. */
export type Sheet =
  | {
      readonly kind:
        | "pad"
        | "reading"
        | "finish-short"
        | "abort"
        | "scrap"
        | "rework"
        | "help"
        | "messages"
        | "stops"
        | "outbox"
        | "tools"
        | "history"
        | "times"
        | "materials";
    }
  /** all: every order that runs on the work unit. */
  | { readonly kind: "pause"; readonly all: boolean }
  | { readonly kind: "rework-where"; readonly reasonCode: string; readonly quantity: number }
  | { readonly kind: "correct" | "correct-time"; readonly eventId: string }
  | { readonly kind: "values" | "factor" | "alarms"; readonly machineId: string }
  | { readonly kind: "stop"; readonly stopId: string }
  | { readonly kind: "choose-order" | "why-blocked"; readonly jobOrderId: string }
  | { readonly kind: "material-amount"; readonly itemId: string; readonly deed: "take-off" | "take-out" }
  | { readonly kind: "packing" }
  | { readonly kind: "reopen"; readonly unitId: string }
  | { readonly kind: "take-out"; readonly unit: UnitKind }
  | { readonly kind: "override"; readonly lotId: string; readonly rule: OverridableRule }
  | { readonly kind: "pin"; readonly personId: string };

/** What the last action led to when it was not simply done. */
export type Notice =
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "no-answer" | "no-station" | "repeated" }
  | { readonly kind: "help-called"; readonly category: HelpCategory };

export interface ViewState {
  readonly route: Route;
  readonly sheet: Sheet | null;
  readonly notice: Notice | null;
}

export type ViewAction =
  | { readonly type: "went"; readonly route: Route }
  | { readonly type: "opened"; readonly sheet: Sheet }
  | { readonly type: "closed-sheet" }
  | { readonly type: "acted" }
  | { readonly type: "noticed"; readonly notice: Notice }
  | { readonly type: "dismissed-notice" };

/** A notice stays until the next action, whatever that is. */
export function viewReducer(state: ViewState, action: ViewAction): ViewState {
  switch (action.type) {
    case "went":
      return { route: action.route, sheet: null, notice: null };
    case "opened":
      return { ...state, sheet: action.sheet, notice: null };
    case "closed-sheet":
      return { ...state, sheet: null, notice: null };
    case "acted":
    case "dismissed-notice":
      return state.notice === null ? state : { ...state, notice: null };
    case "noticed":
      return { ...state, notice: action.notice };
    default:
      return unreachable(action);
  }
}
