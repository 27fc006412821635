import {
  type AlarmList,
  expireAlarms,
  noticeAlarm,
} from "../../../shared/domain/machines/alarms/alarm-list.ts";
import { type AlarmNotice, noticeFromStore } from "../../../shared/domain/machines/alarms/alarm-notice.ts";
import type { AlarmSource } from "../../../shared/domain/machines/alarms/alarm-source.ts";
import { type PastAlarm, pastAlarms } from "../../../shared/domain/machines/alarms/past-alarms.ts";
import { inputsOfSignal, type SignalValue } from "../../../shared/domain/machines/inputs-of-signal.ts";
import type { MachineInput, MachineInputOf } from "../../../shared/domain/machines/machine-input.ts";
import type { SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type { SignalReader } from "../signals/signal-reader-port.ts";
import type { TrendRequest } from "./trend-request.ts";

/** Newest words of one signal that are looked through; a day of a chattering machine has fewer. */
const MOST_TEXTS = 5_000;
const US_PER_MS = 1_000;

interface Window {
  readonly reader: SignalReader;
  readonly number: number;
  readonly request: TrendRequest;
}

/** Alarms that came within the window, told anew from what the store kept of them. */
export function readAlarms(
  reader: SignalReader,
  request: TrendRequest,
  numbers: ReadonlyMap<string, number>,
): readonly PastAlarm[] {
  const inputs = [
    ...request.alarmSources.flatMap((source) => {
      const number = numbers.get(source.sourceId);
      return number === undefined ? [] : toldBy(source, { reader, number, request });
    }),
    ...request.alarmSignals.flatMap((signal) => {
      const number = numbers.get(signal.signalId);
      return number === undefined ? [] : saidBy(signal, { reader, number, request });
    }),
  ];
  return pastAlarms(inputs.filter(isCause).toSorted((left, right) => left.atMs - right.atMs));
}

function isCause(input: MachineInput): input is MachineInputOf<"cause"> {
  return input.kind === "cause";
}

function toldBy(source: AlarmSource, window: Window): readonly MachineInput[] {
  let alarms: AlarmList = [];
  const inputs: MachineInput[] = [];
  const take = (noticed: ReturnType<typeof expireAlarms>): void => {
    alarms = noticed.alarms;
    inputs.push(...noticed.inputs);
  };
  for (const { atMs, text } of textsIn(window)) {
    const notice = noticeIn(text);
    take(expireAlarms(alarms, atMs));
    if (notice !== undefined) take(noticeAlarm(alarms, notice, { source, atMs }));
  }
  take(expireAlarms(alarms, window.request.toMs));
  return inputs;
}

/** @returns undefined: words of a signal that had the id of this source before the machine was mapped anew */
function noticeIn(text: string): AlarmNotice | undefined {
  try {
    return noticeFromStore(text);
  } catch {
    return undefined; // the alarms that can be read are still worth showing
  }
}

/** Switches are stored as 0 and 1. */
function saidBy(signal: SignalMapping, window: Window): readonly MachineInput[] {
  const { reader, number, request } = window;
  const span = { fromUs: request.fromMs * US_PER_MS, toUs: request.toMs * US_PER_MS };
  const samples = reader.samples(number, span);
  const said = (value: SignalValue["value"], statusCode: number, atMs: number): readonly MachineInput[] =>
    inputsOfSignal(signal, { value, statusCode }, atMs);
  const numbersSaid = Array.from({ length: samples.length }, (_, row) => {
    const value = samples.value[row] ?? Number.NaN;
    const atMs = (samples.arrivedUs[row] ?? 0) / US_PER_MS;
    const told = Number.isNaN(value) ? null : value;
    return said(told === 1 ? true : told, samples.status[row] ?? 0, atMs);
  });
  const wordsSaid = textsIn(window).map(({ text, status, atMs }) => said(text, status, atMs));
  return [...numbersSaid, ...wordsSaid].flat();
}

function textsIn({ reader, number, request }: Window) {
  return reader
    .texts(number, MOST_TEXTS)
    .map(({ text, status, arrivedUs }) => ({ text, status, atMs: arrivedUs / US_PER_MS }))
    .filter(({ atMs }) => atMs >= request.fromMs)
    .toReversed();
}
