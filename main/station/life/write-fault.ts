import { StoreError } from "../store/store-error.ts";
import type { WriteFault } from "../work/booker.ts";

/** What must follow when a write was thrown back; undefined: the error is not about storage. */
export function writeFault(error: unknown): WriteFault | undefined {
  if (!(error instanceof StoreError)) return undefined;
  if (error.code === "full") return "full";
  return error.code === "suspect" ? "suspect" : undefined;
}
