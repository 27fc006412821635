/** What the mapping calls a signal. Its number is given by the store and kept for good. */
export interface SignalIdentity {
  readonly machineId: string;
  readonly signalId: string;
}

export interface RegisteredSignal extends SignalIdentity {
  readonly number: number;
}
