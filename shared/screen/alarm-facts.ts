import type { AcknowledgeOutcome } from "../domain/machines/alarms/events.ts";
import type { LocalizedText } from "../domain/people/localized-text.ts";

/** What there is to know and to do about an alarm, beside its words. */
export interface AlarmFacts {
  /** OPC UA severity, 1 to 1000; null: the machine tells none. */
  readonly severity: number | null;
  /** In the plant's words; null: it has none. */
  readonly advice: LocalizedText | null;
  /** It is over, and waits at the machine for somebody to acknowledge it. */
  readonly isGone: boolean;
  /** Goes with an acknowledgement: what came since is not acknowledged by it. */
  readonly occurrence: string;
  /** machine: it is told. station: it is recorded here, and nothing is written to the machine. */
  readonly takenBy: "machine" | "station";
  readonly mayAcknowledge: boolean;
  readonly isAcknowledged: boolean;
  /** Made here; null: none was, or somebody did it at the machine. */
  readonly last: AcknowledgementView | null;
}

export interface AcknowledgementView {
  readonly personName: string | null;
  readonly atUtc: string;
  /** Of the machine; null: none yet, or none is asked for. */
  readonly outcome: AcknowledgeOutcome | null;
}

/** An alarm that came and went within a window, by the station's clock. */
export interface PastAlarmView {
  readonly alarmId: string;
  readonly name: string;
  readonly text: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly seen: { readonly personName: string | null; readonly atUtc: string } | null;
}
