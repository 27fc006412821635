import { countRuleSchema, type StateMap } from "../mapping.ts";
import { packMlModes, packMlStates } from "../state-maps.ts";
import { below, type FoundNode } from "./found-node.ts";
import { type SuggestedSignal, suggest } from "./suggested-signal.ts";

const BASE_OBJECT = "nsu=http://opcfoundation.org/UA/PackML/;i=6";

/** Numbers of the states that only say: look into the machine below me (OPC 30050). */
const CLEARED = "19";
const RUNNING = "18";

/**
 * OPC 30050. Three state machines lie in one another: aborted or cleared; stopped or running; and what running does. Each
 * has an opinion only where none lies below it.
 */
export function packMlSignals(machine: FoundNode): readonly SuggestedSignal[] {
  if (machine.type !== BASE_OBJECT) return [];
  const base = below(machine, "BaseStateMachine");
  const inner = below(base, "MachineState");
  const number = (state: FoundNode | undefined) => below(state, "CurrentState", "Number");
  const state = (signalId: string, node: FoundNode | undefined, passes: string) =>
    suggest(node, { signalId, meaning: "state", stateMap: passingOn(passes) });
  return [
    ...state("base-state", number(base), CLEARED),
    ...state("machine-state", number(inner), RUNNING),
    ...state("execute-state", number(below(inner, "ExecuteState")), ""),
    ...suggest(below(machine, "Status", "UnitModeCurrent"), {
      signalId: "mode",
      meaning: "mode",
      modeMap: packMlModes,
    }),
    ...suggest(below(machine, "Status", "CurMachSpeed"), { signalId: "speed", meaning: "speed" }),
    ...count(machine, "ProdProcessedCount", "count-total"),
    ...count(machine, "ProdDefectiveCount", "count-scrap"),
  ];
}

/**
 * PackMLCountDataType, one element for each product, of which the first is meant. AccCount goes on where Count is reset by
 * a person; both are signed, so they wrap to 0 at 2³¹.
 */
function count(
  machine: FoundNode,
  name: string,
  meaning: "count-total" | "count-scrap",
): readonly SuggestedSignal[] {
  const rule = countRuleSchema.parse({ rolloverAt: 2_147_483_648 });
  return suggest(below(machine, "Admin", name), {
    signalId: name,
    meaning,
    field: "0.AccCount",
    queueSize: 1_000,
    count: rule,
  });
}

function passingOn(number: string): StateMap {
  return number === "" ? packMlStates : { ...packMlStates, [number]: "no-opinion" };
}
