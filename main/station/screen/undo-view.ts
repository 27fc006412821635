import type { MasterData } from "../../../shared/domain/master-data.ts";
import { type Booking, UNDO_WINDOW_MS } from "../../../shared/domain/orders/booking.ts";
import { pausedBy } from "../../../shared/domain/orders/decide-undo.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import { byTurn } from "../../../shared/domain/turn.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import type { UndoView } from "../../../shared/screen/screen-model.ts";
import type { StationMemory } from "../work/memory.ts";

interface Sources {
  readonly state: StationState;
  readonly master: MasterData;
  readonly memory: Pick<StationMemory, "recent">;
  readonly at: Instant;
  readonly nowMs: number;
  /** Whether the MES has confirmed this event. */
  readonly received: (eventId: string) => boolean;
}

/** What can be taken back, without its time. */
type Deed = Pick<UndoView, "eventId" | "kind" | "quantity" | "serial" | "jobOrderId"> & {
  readonly personId: string | null;
};

/** What a person did last that is still inside of its ten seconds: a booking, a pause of several orders, a taking out of a box. */
export function undoView(from: Sources): UndoView | null {
  const deeds = [newestBooking(from.state), newestPause(from.state), ...takenOut(from.state)];
  const deed = deeds
    .flatMap((one) => (one === undefined ? [] : [{ ...one, leftMs: leftMs(from, one.eventId) }]))
    .toSorted((left, right) => right.leftMs - left.leftMs)[0];
  if (deed === undefined || deed.leftMs <= 0) return null;
  const { personId, leftMs: left, ...shown } = deed;
  const person = personId === null ? undefined : from.master.person.get(personId);
  return {
    ...shown,
    personName: person?.name ?? "",
    untilUtc: new Date(Date.parse(from.at.atUtc) + left).toISOString(),
    received: from.received(deed.eventId),
  };
}

function leftMs({ memory, nowMs }: Sources, eventId: string): number {
  const recorded = memory.recent.get(eventId);
  return recorded === undefined ? 0 : UNDO_WINDOW_MS - (nowMs - recorded.atMs);
}

/** A measured value is taken back where it was taken: in its sample. */
function newestBooking({ booking }: StationState): Deed | undefined {
  const newest: Booking | undefined = [...booking.values()].toSorted(byTurn).at(-1);
  if (newest === undefined || newest.takenBack > 0 || newest.kind === "measurement") return undefined;
  const { eventId, kind, quantity, jobOrderId, personId } = newest;
  return { eventId, kind, quantity, serial: null, jobOrderId, personId };
}

/** A pause of one order has its own key to end it. */
function newestPause(state: StationState): Deed | undefined {
  const newest = [...state.timeMark.values()].toSorted(byTurn).at(-1);
  const group = newest === undefined ? [] : pausedBy(state, newest.eventId);
  if (newest === undefined || group.length < 2) return undefined;
  const jobOrderId = group.map((one) => one.jobOrderId).join(", ");
  const { eventId, personId } = newest;
  return { eventId, kind: "pause", quantity: group.length, serial: null, jobOrderId, personId };
}

function takenOut({ unit: units }: StationState): readonly Deed[] {
  return [...units.values()].flatMap(({ takenOut: out }) => {
    if (out === null) return [];
    const { eventId, personId, packing } = out;
    const { quantity, jobOrderId, serials } = packing;
    const [serial = null] = serials.length === 1 ? serials : [];
    return [{ eventId, kind: "taken-out", quantity, serial, jobOrderId, personId } as const];
  });
}
