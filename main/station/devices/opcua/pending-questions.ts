import { accept, type Result, refuse } from "../../../../shared/lib/result.ts";
import type {
  AnswersByKind,
  CollectorAnswer,
  CollectorQuestion,
  NoAnswer,
  QuestionKind,
  QuestionOf,
} from "./collector-questions.ts";

const ENDED: NoAnswer = { reason: "collector-ended", why: "The OPC UA process ended over this question" };

/** Questions on their way to the OPC UA process. Each is settled exactly once, whatever becomes of that process. */
export class PendingQuestions {
  readonly #open = new Map<number, (outcome: Result<AnswersByKind[QuestionKind], NoAnswer>) => void>();
  readonly #timeoutMs: number;
  #lastId = 0;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** @param send hands the question over; false: there is no process */
  ask<Kind extends QuestionKind>(
    question: QuestionOf<Kind>,
    send: (id: number, question: CollectorQuestion) => boolean,
  ): Promise<Result<AnswersByKind[Kind], NoAnswer>> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const seconds = Math.round(this.#timeoutMs / 1000);
      const slow: NoAnswer = { reason: "too-slow", why: `No answer within ${seconds} s` };
      const timer = setTimeout(() => this.#settle(id, refuse(slow)), this.#timeoutMs);
      this.#open.set(id, (outcome) => {
        clearTimeout(timer);
        // The process answers a question of one kind with an answer of that kind.
        resolve(outcome as Result<AnswersByKind[Kind], NoAnswer>);
      });
      if (!send(id, question)) this.#settle(id, refuse(ENDED));
    });
  }

  /** An answer that comes too late, or twice, is dropped. */
  answered(id: number, answer: CollectorAnswer): void {
    this.#settle(id, answer.ok ? accept(answer.value) : refuse(noAnswerOf(answer)));
  }

  /** The process is gone, and with it whatever it was about to say. */
  abandonAll(): void {
    for (const id of [...this.#open.keys()]) this.#settle(id, refuse(ENDED));
  }

  #settle(id: number, outcome: Result<AnswersByKind[QuestionKind], NoAnswer>): void {
    const settle = this.#open.get(id);
    this.#open.delete(id);
    settle?.(outcome);
  }
}

function noAnswerOf({ why, isLogin }: Extract<CollectorAnswer, { readonly ok: false }>): NoAnswer {
  return { reason: isLogin ? "login" : "machine", why };
}
