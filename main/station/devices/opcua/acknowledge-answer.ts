import type { AcknowledgeAnswer } from "../../../../shared/domain/machines/alarms/decide-acknowledge.ts";

/** There was no session to say it in. */
export const NOT_SENT: AcknowledgeAnswer = { outcome: "not-sent", status: null };
/** It was sent, and the connection broke or the time was over. */
export const UNANSWERED: AcknowledgeAnswer = { outcome: "unanswered", status: null };
/** The machine has told something newer of this alarm. */
export const CHANGED: AcknowledgeAnswer = { outcome: "changed", status: null };

/** @param statusCode what the machine answered to Acknowledge (Part 9, 5.7.3) */
export function acknowledgeAnswerOf(statusCode: {
  readonly name: string;
  isGood(): boolean;
}): AcknowledgeAnswer {
  if (statusCode.isGood()) return { outcome: "accepted", status: null };
  // The library adds the info bits (Part 4, 7.39) to the name, and they may be longer than an entry takes.
  const [status = ""] = statusCode.name.split("#", 1);
  switch (status) {
    case "BadConditionBranchAlreadyAcked":
      return { outcome: "already", status };
    case "BadEventIdUnknown":
      return { outcome: "changed", status };
    case "BadUserAccessDenied":
      return { outcome: "denied", status };
    default:
      return { outcome: "refused", status };
  }
}
