import type { Instruction } from "../orders/instruction.ts";
import type { InstructionMark, StationEvent } from "./work-trace.ts";

/** A revision by which pieces `fromPieces` + 1 to `toPieces` were made. */
export interface TracedInstruction extends Instruction {
  readonly fromPieces: number;
  readonly toPieces: number;
  readonly fromUtc: string;
}

/** Marks after one more event: work that begins or goes on says by which revisions (MA-34). */
export function withInstructions(
  marks: readonly InstructionMark[],
  event: StationEvent,
  pieces: number,
): readonly InstructionMark[] {
  const noted = notedIn(event);
  if (noted === undefined) return marks;
  const last = marks.at(-1);
  if (last === undefined && noted.length === 0) return marks;
  if (last !== undefined && JSON.stringify(last.instructions) === JSON.stringify(noted)) return marks;
  return [...marks, { atPieces: pieces, atUtc: event.at.atUtc, instructions: noted }];
}

/** undefined: the event does not say. */
function notedIn(event: StationEvent): readonly Instruction[] | undefined {
  switch (event.type) {
    case "order.started":
    case "order.resumed":
    case "order.run-begun":
    case "order.set-up-begun":
      return event.payload.instructions;
    default:
      return undefined;
  }
}

/** By document, each revision with its pieces. @param produced made so far */
export function tracedInstructions(
  marks: readonly InstructionMark[],
  produced: number,
): readonly TracedInstruction[] {
  return marks.flatMap(({ atPieces, atUtc, instructions }, index) => {
    const toPieces = marks[index + 1]?.atPieces ?? produced;
    return instructions.map(({ documentId, title, revision }) => ({
      documentId,
      title,
      revision,
      fromPieces: atPieces,
      toPieces,
      fromUtc: atUtc,
    }));
  });
}
