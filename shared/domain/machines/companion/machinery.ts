import { machineryModes, machineryStates } from "../state-maps.ts";
import { below, everyNode, type FoundNode, ofType } from "./found-node.ts";
import { type SuggestedSignal, suggest } from "./suggested-signal.ts";

const MACHINERY = "http://opcfoundation.org/UA/Machinery/";
const ITEM_STATE = `nsu=${MACHINERY};i=1002`;
const OPERATION_MODE = `nsu=${MACHINERY};i=1008`;

/** OPC 40001-1: an object whose building blocks hold the state of the item, its mode and its counters. */
export function machinerySignals(machine: FoundNode): readonly SuggestedSignal[] {
  const blocks = below(machine, "MachineryBuildingBlocks") ?? machine;
  const [state] = ofType(blocks.children, ITEM_STATE);
  if (state === undefined) return [];
  const [mode] = ofType(blocks.children, OPERATION_MODE);
  const counters = below(blocks, "OperationCounters");
  return [
    ...suggest(below(state, "CurrentState", "Number"), {
      signalId: "state",
      meaning: "state",
      stateMap: machineryStates,
    }),
    ...suggest(below(mode, "CurrentState", "Number"), {
      signalId: "mode",
      meaning: "mode",
      modeMap: machineryModes,
    }),
    ...suggest(below(counters, "OperationCycleCounter"), { signalId: "cycles", meaning: "count-total" }),
    ...processValues(machine),
  ];
}

/** Analogue values the machine shows for monitoring (OPC 40001-1 §14): each a measure with its own name. */
function processValues(machine: FoundNode): readonly SuggestedSignal[] {
  const monitoring = below(machine, "Monitoring");
  if (monitoring === undefined) return [];
  return [...everyNode(monitoring)]
    .filter(isAnalogue)
    .slice(0, MOST_MEASURES)
    .flatMap((node) => suggest(node, { signalId: node.name, name: node.name, meaning: "measure" }));
}

const MOST_MEASURES = 50;
/** AnalogItemType, AnalogUnitType, AnalogUnitRangeType (Part 8). */
const ANALOGUE = [2368, 17_497, 17_570].map((id) => `nsu=http://opcfoundation.org/UA/;i=${id}`);

function isAnalogue({ type }: FoundNode): boolean {
  return type !== null && ANALOGUE.includes(type);
}
