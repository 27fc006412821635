import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { activeOrder } from "../orders/active-order.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { isMore, readAmount } from "./amount.ts";
import { piecesNow } from "./load-draft.ts";
import { type LotMark, loadedMark, loadKey, type MaterialLoad } from "./material-load.ts";

type Decision = Result<readonly Draft[], Refusal>;

export interface AmountCommand {
  readonly itemId: string;
  /** As typed, with point or comma. */
  readonly text: string;
}

/** A lot comes off the machine with what a person found in it; that outweighs what was calculated. */
export function decideReturn(known: Known, command: AmountCommand): Decision {
  const asked = amountOfLoad(known, command);
  if (!asked.ok) return asked;
  const { load, mark, amount } = asked.value;
  const payload = {
    lotId: mark.lotId,
    itemId: load.itemId,
    rest: amount,
    unit: load.unit,
    atPieces: piecesNow(known, load.jobOrderId),
  };
  return accept([{ type: "material.returned", jobOrder: load.jobOrderId, payload }]);
}

/** Takes an amount out of the loaded lot by hand. */
export function decideIssue(known: Known, command: AmountCommand): Decision {
  const asked = amountOfLoad(known, command);
  if (!asked.ok) return asked;
  const { load, mark, amount } = asked.value;
  if (!isMore(amount, "0")) return refuse(refusal("quantity-not-positive"));
  const payload = { lotId: mark.lotId, itemId: load.itemId, quantity: amount, unit: load.unit };
  return accept([{ type: "material.issued", jobOrder: load.jobOrderId, payload }]);
}

interface AskedAmount {
  readonly load: MaterialLoad;
  readonly mark: LotMark;
  readonly amount: string;
}

function amountOfLoad({ state }: Known, command: AmountCommand): Result<AskedAmount, Refusal> {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  const load = state.load.get(loadKey(active.jobOrderId, command.itemId));
  const mark = loadedMark(load);
  if (load === undefined || mark === undefined) return refuse(refusal("no-lot-loaded"));
  const amount = readAmount(command.text);
  if (amount === undefined) return refuse(refusal("not-a-number"));
  if (isMore(amount, mark.quantity)) {
    return refuse(refusal("more-than-loaded", { lot: mark.lotId, loaded: mark.quantity }));
  }
  return accept({ load, mark, amount });
}
