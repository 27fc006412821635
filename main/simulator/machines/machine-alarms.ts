import type { ModelName } from "../opcua/opcua-description.ts";
import { type AlarmBook, activeAlarms, type Conditions } from "./conditions.ts";
import type { MachineAlarm } from "./machine-design.ts";

export interface AlarmPlace {
  /** Before each code: identifiers are unique within a server. */
  readonly prefix: string;
  /** Object whose conditions they are; the machine's own folder when left out. */
  readonly of?: string;
  /** With an ErrorCode, the controller's own number. */
  readonly type?: ModelName;
}

/** OPC UA severities (Part 9, annex E): a fault is high, a warning is low. */
const FAULT = 800;
const WARNING = 300;

/** The alarms of a controller as conditions, raised and ended by events. Faults want to be acknowledged. */
export function alarmConditions<State extends { readonly conditions: Conditions }>(
  book: AlarmBook,
  { prefix, ...place }: AlarmPlace,
): readonly MachineAlarm<State>[] {
  return book.map(({ code, number, text, isFault }) => ({
    ...place,
    id: `${prefix}-${code}`,
    browseName: text,
    ...(place.type === undefined ? {} : { errorCode: String(number) }),
    text,
    severity: isFault ? FAULT : WARNING,
    wantsAcknowledgement: isFault,
    isActiveIn: ({ conditions }) => activeAlarms(conditions, book).some((alarm) => alarm.code === code),
  }));
}
