import type { MachineChange } from "./machine-change.ts";
import type { MachineInput, MachineInputKind, MachineInputOf } from "./machine-input.ts";
import type { MachineRules } from "./machine-rules.ts";
import type { MachineWatch } from "./machine-watch.ts";
import { saidBySignals } from "./said-by-signals.ts";
import { deadlinesMs, settle } from "./settle-state.ts";
import type { Observed } from "./settle-stop.ts";
import { forgetBefore, mayNameMore, remember, stopCause } from "./stop-causes.ts";

/** What each kind of input adds to what is known; a kind without its entry does not compile. */
const takeIn: {
  readonly [Kind in MachineInputKind]: (
    watch: MachineWatch,
    input: MachineInputOf<Kind>,
    rules: MachineRules,
  ) => MachineWatch;
} = {
  said(watch, { signalId, says, raw }, rules) {
    const heard = reached(watch, rules);
    const next = { ...heard, says: { ...heard.says, [signalId]: { says, raw } }, unsureFromMs: null };
    const starts =
      saidBySignals(next.says).said === "running" && saidBySignals(watch.says).said !== "running";
    return starts ? { ...next, pieceFromMs: watch.nowMs, hasPiece: false } : next;
  },
  mode: (watch, { mode }, rules) => ({ ...reached(watch, rules), mode }),
  piece: (watch, _input, rules) => ({ ...reached(watch, rules), pieceFromMs: watch.nowMs, hasPiece: true }),
  heard: (watch, _input, rules) => reached(watch, rules),
  link(watch, { isUp }, rules) {
    if (isUp) return reached(watch, rules);
    if (watch.lostMs !== null) return watch;
    return { ...watch, lostMs: watch.nowMs, unsureFromMs: watch.unsureFromMs ?? watch.nowMs };
  },
  planned: (watch, { isPlanned }) => ({ ...watch, isPlanned }),
  order(watch, { order, cycleMs }) {
    const orderSinceMs = order === watch.order ? watch.orderSinceMs : watch.nowMs;
    // Without a cycle nobody waited for pieces, so none is missing yet.
    const pieceFromMs = watch.cycleMs === null && cycleMs !== null ? watch.nowMs : watch.pieceFromMs;
    return { ...watch, order, cycleMs, orderSinceMs, pieceFromMs };
  },
  cause: (watch, { reading }, rules) => ({
    ...reached(watch, rules),
    causes: forgetBefore(
      remember(watch.causes, reading, watch.nowMs),
      (watch.stop?.fromMs ?? watch.nowMs) - rules.causeWindowSeconds * 1000 - LONGEST_BACK_MS,
    ),
  }),
  time: (watch) => watch,
};

/** A stop may be known so long after it began (missing pieces); its causes must not be forgotten before. */
const LONGEST_BACK_MS = 3_600_000;

/**
 * One more thing known about a machine. Deadlines that passed before it are worked off at their own times first, so the
 * outcome is the same however often and in whatever batches this is called. A time that goes back counts as no time.
 */
export function observe(watch: MachineWatch, input: MachineInput, rules: MachineRules): Observed {
  const atMs = Math.max(input.atMs, watch.nowMs);
  const advanced = advance(watch, atMs, rules);
  // The union cannot follow that the entry and the input are of one kind.
  const take = takeIn[input.kind] as (w: MachineWatch, i: MachineInput, r: MachineRules) => MachineWatch;
  const known = take({ ...advanced.watch, nowMs: atMs }, input, rules);
  const settled = settle(known, rules);
  const named = nameCause(settled.watch, input, rules);
  return { watch: named.watch, changes: [...advanced.changes, ...settled.changes, ...named.changes] };
}

/** All inputs in turn. */
export function observeAll(
  watch: MachineWatch,
  inputs: readonly MachineInput[],
  rules: MachineRules,
): Observed {
  let next = watch;
  const changes: MachineChange[] = [];
  for (const input of inputs) {
    const observed = observe(next, input, rules);
    next = observed.watch;
    changes.push(...observed.changes);
  }
  return { watch: next, changes };
}

function advance(watch: MachineWatch, atMs: number, rules: MachineRules): Observed {
  let next = watch;
  const changes: MachineChange[] = [];
  for (;;) {
    const dueMs = Math.min(...deadlinesMs(next, rules).filter((ms) => ms > next.nowMs));
    if (dueMs > atMs) return { watch: next, changes };
    const settled = settle({ ...next, nowMs: dueMs }, rules);
    next = settled.watch;
    changes.push(...settled.changes);
  }
}

/**
 * The machine is reached. After more than its grace without it, what it said before is believed again only when the link
 * has held as long and nothing else came: a subscription that lived through a cut sends nothing while nothing changed.
 */
function reached(watch: MachineWatch, { stateFrom }: MachineRules): MachineWatch {
  const heard = { ...watch, heardMs: watch.nowMs };
  if (watch.lostMs === null) return heard;
  const found = { ...heard, lostMs: null, foundMs: watch.nowMs };
  if (watch.state === "no-data") {
    const unsureFromMs = stateFrom === "counts" ? null : watch.unsureFromMs;
    return { ...found, unsureFromMs, hasPiece: false, pieceFromMs: watch.nowMs };
  }
  const isTold = stateFrom === "counts" || Object.keys(watch.says).length > 0;
  return isTold ? { ...found, unsureFromMs: null } : found;
}

/** An alarm often comes just after the stop that it explains. */
function nameCause(watch: MachineWatch, input: MachineInput, rules: MachineRules): Observed {
  const { stop } = watch;
  if (stop === null || input.kind !== "cause" || !isLateAlarm(watch, input, rules)) {
    return { watch, changes: [] };
  }
  const { reading } = input;
  const cause = stopCause(reading, stop.fromMs - watch.nowMs);
  return {
    watch: { ...watch, stop: { ...stop, named: [...stop.named, reading.signalId] } },
    changes: [{ kind: "stop-cause-seen", fromMs: watch.nowMs, cause }],
  };
}

function isLateAlarm(watch: MachineWatch, input: MachineInputOf<"cause">, rules: MachineRules): boolean {
  const { stop } = watch;
  if (stop === null || input.reading.kind !== "alarm" || !input.reading.isActive) return false;
  if (stop.named.includes(input.reading.signalId) || !mayNameMore(stop.named)) return false;
  return watch.nowMs - stop.fromMs <= rules.causeWindowSeconds * 1000;
}
