import { useEffect, useState } from "react";
import type { SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type { MachineConnection, ReadNode } from "../../../shared/screen/commissioning.ts";
import { valueOfSignal } from "./reading-words.ts";
import { useReadings } from "./use-readings.ts";

const MOST_READ = 8;

/** Readings of the signals, and what the counter said when it was first read here. */
export function useFirstReading(
  connection: MachineConnection,
  signals: readonly SignalMapping[],
  counter: SignalMapping | undefined,
): {
  readonly first: number | null;
  readonly now: number | null;
  readonly readings: ReadonlyMap<string, ReadNode>;
  /** Counts from what it says now. */
  again(): void;
} {
  const nodes = new Set([
    ...(counter === undefined ? [] : [counter.node]),
    ...signals.map(({ node }) => node),
  ]);
  const readings = useReadings(connection, [...nodes].slice(0, MOST_READ));
  const [first, setFirst] = useState<number | null>(null);
  const value = counter === undefined ? null : valueOfSignal(readings.get(counter.node), counter);
  const now = typeof value === "number" ? value : null;
  useEffect(() => {
    if (now !== null) setFirst((before) => before ?? now);
  }, [now]);
  return { first, now, readings, again: () => setFirst(now) };
}
