import type { JobOrderProgress } from "../../../shared/domain/orders/job-order-progress.ts";
import { goodQuantity } from "../../../shared/domain/orders/job-order-progress.ts";
import {
  orderAt,
  placesOf,
  type WorkPlace,
  type WorkUnits,
} from "../../../shared/domain/orders/work-place.ts";
import type { PlaceView } from "../../../shared/screen/place-view.ts";
import type { MachineView } from "../../../shared/screen/screen-model.ts";
import type { MachineSources } from "./machine-view.ts";
import { openState } from "./order-view.ts";

interface PlaceSources extends MachineSources {
  readonly workUnits: WorkUnits;
  readonly place: WorkPlace;
}

/** Every place of the terminal with what goes on there, the shown one marked: none of them runs unseen. */
export function placesView(from: PlaceSources, machines: readonly MachineView[]): readonly PlaceView[] {
  const { state, workUnits, place: shown } = from;
  return placesOf(state, workUnits).map((place) => {
    const machine = machineOf(from, machines, place.workUnit);
    const order = orderAt(state, place, workUnits);
    return {
      ...place,
      name: machine?.name ?? place.workUnit,
      machineState: machine?.state ?? null,
      order: order === undefined ? null : orderOf(from, order),
      isShown: place.workUnit === shown.workUnit && place.jobOrderId === shown.jobOrderId,
    };
  });
}

function machineOf(
  from: PlaceSources,
  views: readonly MachineView[],
  workUnit: string,
): MachineView | undefined {
  const mapping = from.machines.find((machine) => machine.workUnit === workUnit);
  return views.find(({ machineId }) => machineId === mapping?.machineId);
}

function orderOf({ master }: PlaceSources, order: JobOrderProgress): PlaceView["order"] {
  return {
    jobOrderId: order.jobOrderId,
    itemName: master["job-order"].get(order.jobOrderId)?.item.name ?? "",
    state: openState(order.state),
    good: goodQuantity(order),
    planned: order.plannedQuantity,
  };
}
