import type { AcknowledgeAnswer } from "../../../../shared/domain/machines/alarms/decide-acknowledge.ts";
import { alarmSourcesOf } from "../../../../shared/domain/machines/companion/alarm-sources.ts";
import { recogniseMachines } from "../../../../shared/domain/machines/companion/recognise-machines.ts";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import type {
  AnswersByKind,
  CollectorAnswer,
  CollectorQuestion,
  QuestionKind,
  QuestionOf,
} from "./collector-questions.ts";
import { LoginRefused } from "./connect-failure.ts";
import { exploreMachine } from "./stack/explore.ts";
import { readOffers } from "./stack/read-offers.ts";
import { ReadSession } from "./stack/read-session.ts";

/** A person asks one thing at a time; more at once is a mistake, and must not take the process from its machines. */
const MOST_AT_ONCE = 4;

/** Answers what the station asks about machines. Runs in the OPC UA process only. */
export class Answering {
  readonly #reads = new ReadSession();
  readonly #acknowledge: (seen: QuestionOf<"acknowledge">) => Promise<AcknowledgeAnswer>;
  #open = 0;

  /** @param acknowledge said in the session that listens to the machine */
  constructor(acknowledge: (seen: QuestionOf<"acknowledge">) => Promise<AcknowledgeAnswer>) {
    this.#acknowledge = acknowledge;
  }

  async answer(question: CollectorQuestion): Promise<CollectorAnswer> {
    // What a person says of an alarm goes through a session that stands, and waits for no look into other machines.
    if (question.kind !== "acknowledge" && this.#open >= MOST_AT_ONCE) {
      return { ok: false, why: "Other questions to machines are still open", isLogin: false };
    }
    this.#open += 1;
    try {
      return { ok: true, value: await this.#find(question) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { ok: false, why, isLogin: error instanceof LoginRefused };
    } finally {
      this.#open -= 1;
    }
  }

  close(): void {
    this.#reads.close();
  }

  async #find(question: CollectorQuestion): Promise<AnswersByKind[QuestionKind]> {
    switch (question.kind) {
      case "offers":
        return readOffers(question.endpoint);
      case "explore": {
        const { root, isCutShort } = await exploreMachine(question.endpoint);
        return { root, isCutShort, recognised: recogniseMachines(root), alarmSources: alarmSourcesOf(root) };
      }
      case "read":
        return this.#reads.read(question.endpoint, question.nodes);
      case "acknowledge":
        return this.#acknowledge(question);
      default:
        return unreachable(question);
    }
  }
}
