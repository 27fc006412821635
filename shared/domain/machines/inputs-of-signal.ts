import { plainWords } from "../../lib/plain-words.ts";
import { isGood } from "./decide-count.ts";
import type { MachineInput } from "./machine-input.ts";
import type { SignalMapping } from "./mapping.ts";

/** A value of a machine as its driver delivers it. */
export interface SignalValue {
  readonly value: number | boolean | string | null;
  readonly statusCode: number;
}

const LONGEST_TEXT = 200;

/**
 * What one value tells about the state of its machine. A bad value is no word of the machine: a state of bad quality is
 * no data, a bad alarm neither comes nor goes (U5).
 */
export function inputsOfSignal(
  signal: SignalMapping,
  given: SignalValue,
  atMs: number,
): readonly MachineInput[] {
  const { signalId, name } = signal;
  const good = isGood(given.statusCode) && given.value !== null;
  const said = good ? String(given.value).slice(0, LONGEST_TEXT) : null;
  // A machine may send anything: what goes into the journal is what people and the MES's database can read.
  const raw = said === null ? null : plainWords(said, LONGEST_TEXT);
  switch (signal.meaning) {
    case "state": {
      const says = said === null ? "no-data" : (entryOf(signal.stateMap, said) ?? "no-data");
      return [{ kind: "said", atMs, signalId, says, raw }];
    }
    case "mode": {
      const mode = said === null ? undefined : entryOf(signal.modeMap, said);
      return [mode === undefined ? { kind: "heard", atMs } : { kind: "mode", atMs, mode }];
    }
    case "alarm": {
      if (raw === null) return [{ kind: "heard", atMs }];
      const isActive = given.value !== false && given.value !== 0 && given.value !== "";
      const text = given.value === true ? (name ?? signalId) : raw;
      const reading = { signalId, kind: "alarm", name: name ?? signalId, text, isActive } as const;
      return [{ kind: "cause", atMs, reading }];
    }
    case "measure":
    case "speed":
    case "program": {
      if (raw === null) return [{ kind: "heard", atMs }];
      const reading = { signalId, kind: "value", name: name ?? signalId, isActive: true } as const;
      return [{ kind: "cause", atMs, reading: { ...reading, text: shownValue(signal, given.value) } }];
    }
    default:
      return good ? [{ kind: "heard", atMs }] : [];
  }
}

/** Own entries only: a machine may well send "constructor". */
function entryOf<Entry>(map: Readonly<Record<string, Entry>> | undefined, raw: string): Entry | undefined {
  return map !== undefined && Object.hasOwn(map, raw) ? map[raw] : undefined;
}

function shownValue({ scale, unit }: SignalMapping, value: SignalValue["value"]): string {
  const shown = typeof value === "number" && scale !== undefined ? value * scale : value;
  const text = typeof shown === "number" ? String(Number(shown.toPrecision(6))) : String(shown);
  return plainWords(`${text} ${unit}`, LONGEST_TEXT);
}
