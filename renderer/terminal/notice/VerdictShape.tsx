import { IconCheck, IconEye } from "@tabler/icons-react";
import type { ScanVerdict } from "../../../shared/domain/scan-outcome.ts";
import { StateShape } from "../../ui/StateShape.tsx";
import { verdictState } from "./verdict-state.ts";

/** What was done has its check mark, what was only shown an eye; all others borrow the shape of a state. */
export function VerdictShape({ verdict, size }: { readonly verdict: ScanVerdict; readonly size: number }) {
  if (verdict === "shown") return <IconEye size={size} aria-hidden="true" />;
  const state = verdictState(verdict);
  return state === null ? (
    <IconCheck size={size} aria-hidden="true" />
  ) : (
    <StateShape state={state} size={size} />
  );
}
