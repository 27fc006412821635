import type { MasterData } from "../../../shared/domain/master-data.ts";
import { obeyPlanner } from "../../../shared/domain/orders/obey-planner.ts";
import type { NewId } from "../../../shared/lib/ids.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";

export interface PlannerDeskOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly master: () => MasterData;
  readonly newId: NewId;
}

/** Obeys what the planner said of orders that were begun here. */
export interface PlannerDesk {
  /** Records what is still to be recorded; what a full disk refuses is tried again the next time. */
  obey(): void;
}

export function createPlannerDesk({ recorder, booker, master, newId }: PlannerDeskOptions): PlannerDesk {
  return {
    obey() {
      const drafts = obeyPlanner({ state: recorder.state(), master: master() });
      if (drafts.length === 0) return;
      booker.book(drafts, { intentId: newId(), actor: { personId: null, auth: "station" } });
    },
  };
}
