import { useEffect, useState } from "react";
import type { SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type { MachineConnection, ReadNode } from "../../../shared/screen/commissioning.ts";
import { useReadings } from "./use-readings.ts";

const MOST_READ = 8;

/** Readings of the signals, and what the counter said when it was first read here. */
export function useFirstReading(
  connection: MachineConnection,
  signals: readonly SignalMapping[],
  counterNode: string | null,
): { readonly first: number | null; readonly readings: ReadonlyMap<string, ReadNode> } {
  const counter = counterNode === null ? [] : [counterNode];
  const others = signals.map(({ node }) => node).filter((node) => node !== counterNode);
  const readings = useReadings(connection, [...counter, ...others].slice(0, MOST_READ));
  const [first, setFirst] = useState<number | null>(null);
  const now = readings.get(counterNode ?? "")?.value;
  useEffect(() => {
    if (typeof now === "number") setFirst((before) => before ?? now);
  }, [now]);
  return { first, readings };
}
