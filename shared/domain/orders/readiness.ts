import type { Known } from "../known.ts";
import { newToolLife } from "../maintenance/tool-life.ts";
import type { Lot } from "../materials/lot.ts";
import { activePerson } from "../people/signed-in.ts";
import type { JobOrder } from "./job-order.ts";
import { goodQuantity } from "./job-order-progress.ts";
import { goodElsewhere } from "./known-good.ts";
import { type DataAge, staleDataMs } from "./stale-data.ts";
import { cameHere, previousOperation } from "./upstream.ts";

/** Why an order is ready or not, by what it needs. Closed: the screens hold words for each. */
export const readinessCodes = [
  "released",
  "blocked-by-planner",
  "held-by-planner",
  "upstream-ready",
  "upstream-nothing",
  "upstream-unknown",
  "material-ready",
  "material-unknown",
  "material-held",
  "material-expired",
  "tool-ready",
  "tool-low",
  "tool-worn",
  "tool-unknown",
  "program-ready",
  "program-other",
  "program-not-checked",
  "document-not-checked",
  "qualified",
  "not-qualified",
  "nobody-signed-in",
  "gauge-ready",
  "gauge-missing",
] as const;
export type ReadinessCode = (typeof readinessCodes)[number];

export type Resource =
  | "release"
  | "upstream"
  | "material"
  | "tool"
  | "program"
  | "document"
  | "qualification"
  | "gauge";

/** blocked: it may not start; attention: it may, and someone should look; unknown: nobody here can tell. */
export interface Readiness {
  readonly resource: Resource;
  readonly state: "ready" | "attention" | "blocked" | "unknown";
  readonly code: ReadinessCode;
  /** What it is about: the planner's words, an item, a tool, a programme … */
  readonly about: string;
  /** Only of the operation before: how many pieces it has handed on, and of how many. */
  readonly quantity?: number;
  readonly of?: number;
}

/** What a station knows beside its journal and master data. */
export interface Surroundings extends DataAge {
  /** Gauges that answer now. */
  readonly gaugeIds: readonly string[];
  /** Programme that the machine says is loaded; null: it does not say. */
  readonly activeProgram: string | null;
}

/** Rule OR-7: everything an order needs and how it stands, computed from what is known here, before anyone starts it. */
export function readinessOf(known: Known, order: JobOrder, around: Surroundings): readonly Readiness[] {
  const requires = order.requires ?? {};
  return [
    release(order),
    ...upstream(order, around),
    ...order.materials.map(({ itemId, name }) => material(known, { itemId, name }, around.nowUtc)),
    ...tools(known, order),
    ...(requires.programId ? [program(requires.programId, around.activeProgram)] : []),
    ...(requires.documentIds ?? []).map((about) => item("unknown", "document-not-checked", about)),
    ...(requires.qualificationIds ?? []).map((about) => qualification(known, about)),
    ...(requires.gaugeIds ?? []).map((about) =>
      around.gaugeIds.includes(about)
        ? item("ready", "gauge-ready", about)
        : item("attention", "gauge-missing", about),
    ),
  ];
}

/** What of it forbids the start, but for what the planner says: that is a state of the order itself. */
export function startBlocker(known: Known, order: JobOrder, age: DataAge): Readiness | undefined {
  const around = { ...age, gaugeIds: [], activeProgram: null };
  return readinessOf(known, order, around).find(
    ({ state, resource }) => state === "blocked" && resource !== "release",
  );
}

const resourceOf: Readonly<Record<ReadinessCode, Resource>> = {
  released: "release",
  "blocked-by-planner": "release",
  "held-by-planner": "release",
  "upstream-ready": "upstream",
  "upstream-nothing": "upstream",
  "upstream-unknown": "upstream",
  "material-ready": "material",
  "material-unknown": "material",
  "material-held": "material",
  "material-expired": "material",
  "tool-ready": "tool",
  "tool-low": "tool",
  "tool-worn": "tool",
  "tool-unknown": "tool",
  "program-ready": "program",
  "program-other": "program",
  "program-not-checked": "program",
  "document-not-checked": "document",
  qualified: "qualification",
  "not-qualified": "qualification",
  "nobody-signed-in": "qualification",
  "gauge-ready": "gauge",
  "gauge-missing": "gauge",
};

function item(state: Readiness["state"], code: ReadinessCode, about: string): Readiness {
  return { resource: resourceOf[code], state, code, about };
}

function release(order: JobOrder): Readiness {
  const hold = order.hold ?? null;
  if (hold !== null) return item("blocked", "held-by-planner", hold.reason);
  if (order.blockedBy !== null) return item("blocked", "blocked-by-planner", order.blockedBy);
  return item("ready", "released", "");
}

/**
 * Nothing handed on forbids the start while the news is fresh (RW-3). A station that has not heard of the MES cannot
 * know: it says so and lets people work, and the age goes onto the event (OR-9).
 */
function upstream(order: JobOrder, age: DataAge): readonly Readiness[] {
  const came = cameHere(order);
  const { number: about, plannedQuantity } = previousOperation(order);
  if (came === null)
    return (order.route?.previousJobOrderId ?? null) === null
      ? []
      : [item("unknown", "upstream-unknown", about)];
  const isOld = staleDataMs(age) !== undefined;
  if (came === 0) return [item(isOld ? "attention" : "blocked", "upstream-nothing", about)];
  const of = plannedQuantity ?? order.plannedQuantity;
  return [{ ...item("ready", "upstream-ready", about), quantity: order.upstream?.handedOn ?? 0, of }];
}

/** Lots that nobody told this station of may lie in the rack, so an item without any known lot blocks nothing. */
function material(
  { master }: Known,
  { itemId, name }: { readonly itemId: string; readonly name: string },
  nowUtc: string,
): Readiness {
  const lots = [...master.lot.values()].filter((lot) => lot.item.itemId === itemId);
  if (lots.length === 0) return item("unknown", "material-unknown", name);
  if (lots.some((lot) => lot.hold === null && !isExpired(lot, nowUtc)))
    return item("ready", "material-ready", name);
  const code = lots.every((lot) => isExpired(lot, nowUtc)) ? "material-expired" : "material-held";
  return item("blocked", code, name);
}

function isExpired({ expiresUtc }: Lot, nowUtc: string): boolean {
  return expiresUtc !== null && expiresUtc < nowUtc;
}

/** A tool that the order names must be there and have life left; others of the work unit are only told of. */
function tools({ state, master }: Known, order: JobOrder): readonly Readiness[] {
  const named = order.requires?.toolIds;
  const ofUnit = [...master.tool.values()].filter(({ workUnit }) => workUnit === order.workUnit);
  const progress = state.jobOrder.get(order.jobOrderId);
  const here = progress === undefined ? 0 : goodQuantity(progress);
  const toMake = order.plannedQuantity - here - goodElsewhere(master, order.jobOrderId);
  return (named ?? ofUnit.map(({ toolId }) => toolId)).map((toolId) => {
    const tool = master.tool.get(toolId);
    if (tool === undefined) return item("blocked", "tool-unknown", toolId);
    const life = state.tool.get(toolId) ?? newToolLife(toolId, 1);
    const left = tool.lifeLimitCycles - life.usedCycles;
    if (left <= 0) return item(named ? "blocked" : "attention", "tool-worn", tool.name);
    return left < toMake ? item("attention", "tool-low", tool.name) : item("ready", "tool-ready", tool.name);
  });
}

function program(programId: string, active: string | null): Readiness {
  if (active === null) return item("unknown", "program-not-checked", programId);
  return active === programId
    ? item("ready", "program-ready", programId)
    : item("attention", "program-other", programId);
}

function qualification({ state, master }: Known, about: string): Readiness {
  const person = activePerson(state);
  if (person === undefined) return item("unknown", "nobody-signed-in", about);
  const has = master.person.get(person.personId)?.qualificationIds?.includes(about) ?? false;
  return has ? item("ready", "qualified", about) : item("blocked", "not-qualified", about);
}
