import type { Tool } from "./maintenance/tool.ts";
import type { Lot } from "./materials/lot.ts";
import type { JobOrder } from "./orders/job-order.ts";
import type { MadeElsewhere } from "./orders/made-elsewhere.ts";
import type { SsccRange } from "./packing/sscc-range.ts";
import type { Person } from "./people/person.ts";
import type { Characteristic } from "./quality/characteristic.ts";
import type { DefectCode } from "./quality/defect-code.ts";
import type { ShiftCalendar } from "./shifts/shift-calendar.ts";
import type { Reason } from "./stops/reason.ts";

/** What the MES has told this station, by kind and id. Mirrored, never edited here (I-22). */
export interface MasterData {
  readonly "job-order": ReadonlyMap<string, JobOrder>;
  /** By job order; no entry: no other station has begun it. */
  readonly "made-elsewhere": ReadonlyMap<string, MadeElsewhere>;
  readonly reason: ReadonlyMap<string, Reason>;
  readonly "defect-code": ReadonlyMap<string, DefectCode>;
  readonly characteristic: ReadonlyMap<string, Characteristic>;
  readonly person: ReadonlyMap<string, Person>;
  readonly lot: ReadonlyMap<string, Lot>;
  readonly tool: ReadonlyMap<string, Tool>;
  readonly "shift-calendar": ReadonlyMap<string, ShiftCalendar>;
  readonly "sscc-range": ReadonlyMap<string, SsccRange>;
  readonly message: ReadonlyMap<
    string,
    { readonly messageId: string; readonly text: string; readonly atUtc: string }
  >;
}
