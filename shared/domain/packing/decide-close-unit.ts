import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { contentHold, contentsOf } from "./content-hold.ts";
import type { LabelTarget } from "./events.ts";
import { nextSscc } from "./given-ssccs.ts";
import { piecesIn } from "./packing-unit.ts";
import { overlappingRanges, type SsccRange } from "./sscc-range.ts";

type Decision = Result<readonly Draft[], Refusal>;

/** The unit gets its SSCC. It is shown only after the event is on the disk, so a crash never gives a number twice (PK-3). */
export function decideCloseUnit(
  known: Known,
  { unitId, stationId }: { readonly unitId: string; readonly stationId: string },
): Decision {
  const unit = known.state.unit.get(unitId);
  if (unit === undefined) return refuse(refusal("unknown-unit"));
  if (unit.sscc !== null) return refuse(refusal("unit-closed", { sscc: unit.sscc }));
  if (unit.packings.length === 0) return refuse(refusal("unit-empty"));
  const held = contentHold(known, unit);
  if (held !== undefined) return refuse(refusal("unit-content-held", { ...held }));
  const next = nextHere(known, stationId);
  if (!next.ok) return next;
  const { sscc, serial, range } = next.value;
  const payload = {
    unitId,
    sscc,
    extensionDigit: range.extensionDigit,
    companyPrefix: range.companyPrefix,
    serialReference: serial,
    quantity: piecesIn(unit),
    contents: [...contentsOf(known, unit)],
    children: unit.packings.flatMap(({ child }) => (child === null ? [] : [child.sscc])),
  };
  return accept([{ type: "unit.closed", jobOrder: unit.jobOrderId, payload }]);
}

interface GivenHere {
  readonly sscc: string;
  readonly serial: number;
  readonly range: SsccRange;
}

/** From the ranges of this station, in the order of their ids; none is used while any two of the plant overlap. */
function nextHere({ state, master }: Known, stationId: string): Result<GivenHere, Refusal> {
  const all = [...master["sscc-range"].values()];
  const own = all
    .filter((range) => range.stationId === stationId)
    .toSorted((left, right) => (left.ssccRangeId < right.ssccRangeId ? -1 : 1));
  if (own.length === 0) return refuse(refusal("sscc-range-missing"));
  if (overlappingRanges(all) !== undefined) return refuse(refusal("sscc-range-overlaps"));
  for (const range of own) {
    const next = nextSscc(state.givenSsccs, range);
    if (next !== undefined) return accept({ ...next, range });
  }
  return refuse(refusal("sscc-range-used-up"));
}

/** A print job. Nothing ever repeats one by itself: what a printer did not print, a person prints again, as a copy (PK-10). */
export function decidePrintLabel(
  { state }: Known,
  { unitId, target }: { readonly unitId: string; readonly target: LabelTarget },
): Decision {
  const unit = state.unit.get(unitId);
  if (unit === undefined) return refuse(refusal("unknown-unit"));
  if (unit.sscc === null) return refuse(refusal("unit-not-closed"));
  const payload = { unitId, sscc: unit.sscc, copy: unit.labels + 1, target };
  return accept([{ type: "label.printed", jobOrder: unit.jobOrderId, payload }]);
}
