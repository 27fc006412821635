import type { MasterData } from "../../../shared/domain/master-data.ts";
import { loadKey } from "../../../shared/domain/materials/material-load.ts";
import { activeOrder } from "../../../shared/domain/orders/active-order.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { MaterialRow } from "../../../shared/screen/screen-model.ts";

const DAY_MS = 86_400_000;

/** What the active order needs and what of it is loaded. */
export function materialsView(
  state: StationState,
  master: MasterData,
  nowUtc: string,
): readonly MaterialRow[] {
  const active = activeOrder(state);
  if (active === undefined) return [];
  const needed = master["job-order"].get(active.jobOrderId)?.materials ?? [];
  return needed.map(({ itemId, name, location }) => {
    const load = state.load.get(loadKey(active.jobOrderId, itemId));
    const expiresUtc = load === undefined ? null : (master.lot.get(load.lotId)?.expiresUtc ?? null);
    return {
      itemId,
      itemName: name,
      location,
      lotId: load?.lotId ?? null,
      quantity: load?.quantity ?? null,
      expiresUtc,
      state: load === undefined ? "to-scan" : expiresSoon(expiresUtc, nowUtc) ? "expires-today" : "loaded",
    };
  });
}

function expiresSoon(expiresUtc: string | null, nowUtc: string): boolean {
  return expiresUtc !== null && Date.parse(expiresUtc) - Date.parse(nowUtc) < DAY_MS;
}
