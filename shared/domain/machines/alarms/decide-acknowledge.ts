import { accept, type Result, refuse } from "../../../lib/result.ts";
import type { Draft } from "../../event.ts";
import type { Known } from "../../known.ts";
import { activePerson, nobodyRefusal } from "../../people/signed-in.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import type { StationState } from "../../station-state.ts";
import type { AcknowledgeOutcome } from "./events.ts";
import { type PresentAlarm, standOf } from "./present-alarm.ts";

export interface AcknowledgeContext {
  readonly machineName: string;
  /** The machine can be told now. */
  readonly isConnected: boolean;
  /** What the person had before them. */
  readonly occurrence: string;
}

/**
 * Whoever stands at the machine says that they have seen an alarm: what they saw, and nothing that came since. What the
 * machine cannot be told now is not recorded either, as it would seem done.
 *
 * @param alarm undefined: it is over
 */
export function decideAcknowledge(
  known: Known,
  alarm: PresentAlarm | undefined,
  { machineName, isConnected, occurrence }: AcknowledgeContext,
): Result<readonly Draft[], Refusal> {
  const { state } = known;
  if (activePerson(state) === undefined) return refuse(nobodyRefusal(known));
  if (alarm === undefined) return refuse(refusal("alarm-over"));
  if (!standOf(alarm, state.acknowledgement.values()).mayAcknowledge) {
    return refuse(refusal("alarm-acknowledged"));
  }
  if (alarm.occurrence !== occurrence) return refuse(refusal("alarm-changed"));
  if (alarm.takenBy === "machine" && !isConnected) {
    return refuse(refusal("machine-offline", { machine: machineName }));
  }
  const { machineId, alarmId, name, text, severity, came, takenBy } = alarm;
  const payload = { machineId, alarmId, name, text, severity, came, occurrence, takenBy };
  return accept([{ type: "alarm.acknowledged", jobOrder: null, payload }]);
}

export interface AcknowledgeAnswer {
  readonly outcome: AcknowledgeOutcome;
  /** The machine's own word; null: it gave none. */
  readonly status: string | null;
}

/** What the machine said to an acknowledgement, as a fact of its own. @returns nothing where it was said already */
export function acknowledgementAnswered(
  { acknowledgement }: StationState,
  acknowledgedEventId: string,
  { outcome, status }: AcknowledgeAnswer,
): readonly Draft[] {
  const row = acknowledgement.get(acknowledgedEventId);
  if (row === undefined || row.answer !== null) return [];
  const { machineId, alarmId } = row;
  const payload = { acknowledgedEventId, machineId, alarmId, outcome, status };
  return [{ type: "alarm.acknowledgement-answered", jobOrder: null, payload }];
}

/** The station ended before the machine answered: nobody will ever know what it said. */
export function leftUnanswered(state: StationState): readonly Draft[] {
  return [...state.acknowledgement.values()]
    .filter(({ takenBy, answer }) => takenBy === "machine" && answer === null)
    .flatMap(({ eventId }) => acknowledgementAnswered(state, eventId, UNANSWERED));
}

const UNANSWERED: AcknowledgeAnswer = { outcome: "unanswered", status: null };

/** What the person reads of it; undefined: the machine has taken it. The acknowledgement itself is saved in each case. */
export function refusalOfOutcome({ outcome, status }: AcknowledgeAnswer): Refusal | undefined {
  if (outcome === "accepted" || outcome === "already") return undefined;
  return refusal(`acknowledge-${outcome}`, status === null ? {} : { status });
}
