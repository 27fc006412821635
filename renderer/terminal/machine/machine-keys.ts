import type { MachineView, ScreenModel } from "../../../shared/screen/screen-model.ts";

/** The station's own machine first, the others in the order of the mapping. */
export function machineKeys({
  machine,
  machines,
}: Pick<ScreenModel, "machine" | "machines">): readonly MachineView[] {
  return [machine, ...machines.filter(({ machineId }) => machineId !== machine.machineId)];
}
