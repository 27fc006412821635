import type { Result } from "../../../shared/lib/result.ts";
import type {
  AnswersByKind,
  CollectorQuestion,
  NoAnswer,
  QuestionKind,
} from "../devices/opcua/collector-questions.ts";
import type { MachineRoom } from "../work/machine-room.ts";

type Answer = Result<AnswersByKind[QuestionKind], NoAnswer>;

/** Connections to machines that are only asked questions, and are never mapped. */
export function askedMachineRoom(answerTo: (question: CollectorQuestion) => Promise<Answer>): MachineRoom {
  const neverMapped = (): never => {
    throw new Error("This room is only asked questions");
  };
  return {
    // Who gives the answers knows the kind of the question; the type of a single answer does not.
    ask: async <Kind extends QuestionKind>(question: CollectorQuestion) =>
      (await answerTo(question)) as Result<AnswersByKind[Kind], NoAnswer>,
    endpointFor: neverMapped,
    mapping: neverMapped,
    versionOf: neverMapped,
    hasPassword: neverMapped,
    stage: neverMapped,
    dropStaged: neverMapped,
    takeStaged: neverMapped,
    certificates: neverMapped,
    judge: neverMapped,
    restart: neverMapped,
  };
}
