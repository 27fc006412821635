import type { AlarmSource } from "../alarms/alarm-source.ts";
import type { SignalMapping } from "../mapping.ts";
import { alarmSourcesOf } from "./alarm-sources.ts";
import { everyNode, type FoundNode } from "./found-node.ts";
import { speaksJobControl } from "./job-control.ts";
import { machineToolSignals } from "./machine-tool.ts";
import { machinerySignals } from "./machinery.ts";
import { packMlSignals } from "./pack-ml.ts";
import { type SuggestedSignal, signalsWithIds } from "./suggested-signal.ts";

export type CompanionModelName = "MachineTool" | "PackML" | "Machinery" | "Job Control";

/** A machine that speaks a known language, with a mapping that is ready to be looked over and saved. */
export interface RecognisedMachine {
  readonly name: string;
  readonly node: string;
  readonly models: readonly CompanionModelName[];
  readonly signals: readonly SignalMapping[];
  /** Where it tells alarms by events. */
  readonly alarmSources: readonly AlarmSource[];
}

/** Each looks at one object and says what it knows of it; nothing where it is no object of its model. */
const MODELS: readonly (readonly [CompanionModelName, (node: FoundNode) => readonly SuggestedSignal[]])[] = [
  ["MachineTool", machineToolSignals],
  ["PackML", packMlSignals],
  ["Machinery", machinerySignals],
];

/**
 * Finds the machines of a server by the types of the companion specifications, never by names a vendor may choose. The
 * first model to name a meaning wins: the more special one is asked first.
 */
export function recogniseMachines(root: FoundNode): readonly RecognisedMachine[] {
  const found: RecognisedMachine[] = [];
  const claimed = new Set<string>();
  for (const node of everyNode(root)) {
    if (claimed.has(node.node)) continue;
    const said = MODELS.map(([name, signalsOf]) => ({ name, signals: signalsOf(node) }));
    const models = said.filter(({ signals }) => signals.length > 0);
    if (models.length === 0) continue;
    for (const part of everyNode(node)) claimed.add(part.node);
    const jobs = speaksJobControl(node) ? (["Job Control"] as const) : [];
    found.push({
      name: node.name,
      node: node.node,
      models: [...models.map(({ name }) => name), ...jobs],
      signals: signalsWithIds(models.flatMap(({ signals }) => signals)),
      alarmSources: alarmSourcesOf(node, root),
    });
  }
  return found;
}
