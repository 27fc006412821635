import { machineToolChannelStates, machineToolModes } from "../state-maps.ts";
import { below, everyNode, type FoundNode, ofType } from "./found-node.ts";
import { machinerySignals } from "./machinery.ts";
import { type SuggestedSignal, suggest } from "./suggested-signal.ts";

export const MACHINE_TOOL = "http://opcfoundation.org/UA/MachineTool/";
const typeOf = (id: number) => `nsu=${MACHINE_TOOL};i=${id}`;
const MACHINE = typeOf(13);
const CHANNEL = typeOf(16);
const JOB = typeOf(29);
const TOOL = [49, 50, 51].map(typeOf);
const PROGNOSES = [9, 37, 45, 5, 1, 8, 10, 4, 18, 6].map(typeOf);

/** OPC 40501-1: channels say the state, the current job counts, tools tell their life, prognoses tell what comes. */
export function machineToolSignals(machine: FoundNode): readonly SuggestedSignal[] {
  if (machine.type !== MACHINE) return [];
  const parts = [...everyNode(machine)];
  const [channel] = ofType(parts, CHANNEL);
  const [job] = ofType(parts, JOB);
  return [
    ...stateOf(machine, channel),
    ...suggest(below(machine, "Monitoring", "MachineTool", "OperationMode"), {
      signalId: "mode",
      meaning: "mode",
      modeMap: machineToolModes,
    }),
    // The counters of a job start anew with each; the machine's own counter, where it has one, does not.
    ...machinerySignals(machine).filter(({ meaning }) => meaning === "count-total"),
    ...suggest(below(job, "PartsCompleted") ?? below(job, "RunsCompleted"), {
      signalId: "parts-completed",
      meaning: "count-total",
    }),
    ...suggest(below(machine, "Production", "ActiveProgram", "Name"), {
      signalId: "program",
      meaning: "program",
    }),
    ...ofType(parts, ...TOOL).flatMap(toolLife),
    ...ofType(parts, ...PROGNOSES).flatMap((prognosis) =>
      suggest(below(prognosis, "PredictedTime"), {
        signalId: `due-${prognosis.name}`,
        name: prognosis.name,
        meaning: "other",
      }),
    ),
  ];
}

/** A fault of the item outranks what the channel says; a machine that only waits says so through its channel. */
function stateOf(machine: FoundNode, channel: FoundNode | undefined): readonly SuggestedSignal[] {
  const item = machinerySignals(machine).filter(({ meaning }) => meaning === "state");
  if (channel === undefined) return item;
  const stateMap = machineToolChannelStates;
  const faultOnly = { "0": "fault", "1": "fault", "2": "no-opinion", "3": "no-opinion" } as const;
  return [
    ...item.map((signal) => ({ ...signal, signalId: "item-state", stateMap: faultOnly })),
    ...suggest(below(channel, "ChannelState"), { signalId: "state", meaning: "state", stateMap }),
  ];
}

function toolLife(tool: FoundNode): readonly SuggestedSignal[] {
  const lives = below(tool, "ToolLife")?.children ?? [];
  return lives.flatMap((life) =>
    suggest(life, {
      signalId: `tool-${tool.name}-${life.name}`,
      name: `${tool.name} ${life.name}`,
      meaning: "tool-life",
    }),
  );
}
