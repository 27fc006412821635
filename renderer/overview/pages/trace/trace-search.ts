import { readCode } from "../../../../shared/scan/read-code.ts";
import type { TraceSubject } from "../../shell/route.ts";

/**
 * What a search means. A label says by itself whether it is a lot, a traveller, a unit or a piece; a plain number is what the reader was
 * looking for before. @returns null for nothing
 */
export function traceSubject(text: string, kind: TraceSubject["kind"]): TraceSubject | null {
  const code = readCode(text.toUpperCase());
  if (code.kind === "lot") return { kind: "lot", id: code.lotId };
  if (code.kind === "order") return { kind: "order", id: code.jobOrderId };
  if (code.kind === "unit") return { kind: "unit", id: code.sscc };
  if (code.kind === "serial") return { kind: "serial", id: code.serial };
  const id = text.trim();
  return id === "" ? null : { kind, id };
}
