import type { FoundNode } from "../../../shared/domain/machines/companion/found-node.ts";
import type {
  ModeMap,
  SignalMapping,
  SignalMeaning,
  StateMap,
} from "../../../shared/domain/machines/mapping.ts";
import { packMlModes, packMlStates } from "../../../shared/domain/machines/state-maps.ts";

/** What a person may say of a node with one tap. */
export const TAPPED_MEANINGS = [
  "state",
  "mode",
  "count-total",
  "count-good",
  "count-scrap",
  "tool-life",
  "alarm",
  "measure",
  "speed",
  "program",
  "other",
] as const satisfies readonly SignalMeaning[];
export type TappedMeaning = (typeof TAPPED_MEANINGS)[number];

/** A switch: running while it is on. Numbers: as PackML has them, the only numbering that is common. */
const SWITCH: StateMap = { true: "running", false: "stopped", "1": "running", "0": "stopped" };
/** A switch that is on while people set the machine up. */
const SET_UP_SWITCH: ModeMap = { true: "set-up", false: "production", "1": "set-up", "0": "production" };
const ONLY_ONCE: readonly SignalMeaning[] = ["count-total", "count-good", "count-scrap"];
const LONGEST_ID = 36;

/** @param isSwitch the node's value is true or false */
export function signalOfNode(
  { node, name }: Pick<FoundNode, "node" | "name">,
  meaning: TappedMeaning,
  { taken, isSwitch }: { readonly taken: readonly string[]; readonly isSwitch: boolean },
): SignalMapping {
  return {
    signalId: freeId(name, taken),
    node,
    name: name.slice(0, 80),
    meaning,
    unit: "",
    samplingMs: 250,
    queueSize: 100,
    discard: "oldest",
    ...(meaning === "state" ? { stateMap: isSwitch ? SWITCH : packMlStates } : {}),
    ...(meaning === "mode" ? { modeMap: isSwitch ? SET_UP_SWITCH : packMlModes } : {}),
  };
}

/** What was said of a value before: its id, as samples are stored under it, and how it is measured. */
export function measuredIn({ signalId, unit, scale, limits }: SignalMapping): Partial<SignalMapping> {
  return {
    signalId,
    unit,
    ...(scale === undefined ? {} : { scale }),
    ...(limits === undefined ? {} : { limits }),
  };
}

/** The list with this node meaning that; a count that was said of another node before is that one's no more. */
export function withSignal(
  signals: readonly SignalMapping[],
  signal: SignalMapping,
): readonly SignalMapping[] {
  const stays = (one: SignalMapping) =>
    one.node !== signal.node && !(ONLY_ONCE.includes(signal.meaning) && one.meaning === signal.meaning);
  return [...signals.filter(stays), signal];
}

/** "Part Count" → "part-count", and "part-count-2" when that is taken. */
export function freeId(name: string, taken: readonly string[]): string {
  const base =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, LONGEST_ID) || "signal";
  let id = base;
  for (let count = 2; taken.includes(id); count += 1) id = `${base.slice(0, LONGEST_ID - 3)}-${count}`;
  return id;
}
