import type { Instruction } from "../../shared/domain/orders/instruction.ts";
import type { CellReader } from "./cell-reader.ts";

/** The document of an operation, in three columns. A document without its revision is wrong: pieces could not be traced to it. */
export function readInstruction(cells: CellReader): { readonly instruction?: Instruction } {
  const documentId = cells.text("instruction", 120);
  if (documentId === "") return {};
  const revision = cells.needed("instructionRevision", 20);
  return { instruction: { documentId, title: cells.text("instructionTitle", 120), revision } };
}
