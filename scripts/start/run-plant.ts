import { setTimeout as delay } from "node:timers/promises";
import { type Reaper, startReaper } from "../processes/reaper.ts";
import { type Part, type PartEnd, type PartSpec, type ReadyLine, startPart } from "./part.ts";

export type PlantEnd =
  | { readonly kind: "asked" }
  | { readonly kind: "closed"; readonly end: PartEnd }
  | { readonly kind: "died"; readonly end: PartEnd }
  | { readonly kind: "never-ready"; readonly part: Part };

export interface PlantRun {
  /** Parts of one stage start together; the next stage waits until they are ready. */
  readonly stages: readonly (readonly PartSpec[])[];
  /** Called when all stages before the last are ready: what the last one needs to know of them. */
  beforeLastStage?(): Promise<void>;
  /** Aborted when the person wants the plant to end. */
  readonly asked: AbortSignal;
  readonly readyLimitMs: number;
  /** How long a part may take to end before it is killed. */
  readonly graceMs: number;
  /** Called once, when every part is ready. */
  onReady(lines: readonly ReadyLine[]): void;
}

/** Runs the parts until one ends or the person asks, and leaves no process behind, whichever it was. */
export async function runPlant(run: PlantRun): Promise<PlantEnd> {
  const reaper = startReaper();
  const parts: Part[] = [];
  try {
    const lines: ReadyLine[] = [];
    for (const stage of run.stages) {
      if (stage === run.stages.at(-1)) await run.beforeLastStage?.();
      const started = startStage(stage, reaper);
      parts.push(...started);
      const outcome = await Promise.race([allReady(started, run.readyLimitMs), ending(parts, run.asked)]);
      if (!Array.isArray(outcome)) return outcome;
      lines.push(...outcome);
    }
    run.onReady(lines);
    return await ending(parts, run.asked);
  } finally {
    await stopInReverse(run, parts);
    reaper.farewell();
  }
}

function startStage(stage: readonly PartSpec[], reaper: Reaper): Part[] {
  const started = stage.map(startPart);
  for (const { pid } of started) if (pid !== undefined) reaper.watch(pid);
  return started;
}

async function allReady(parts: readonly Part[], limitMs: number): Promise<ReadyLine[] | PlantEnd> {
  const pending = new Set(parts);
  const ready = parts.map(async (part) => {
    const line = await part.ready;
    pending.delete(part);
    return line;
  });
  const outcome = await Promise.race([Promise.all(ready), delay(limitMs, undefined, { ref: false })]);
  const [late] = pending;
  return outcome ?? { kind: "never-ready", part: late as Part };
}

async function ending(parts: readonly Part[], asked: AbortSignal): Promise<PlantEnd> {
  const wish = new Promise<PlantEnd>((resolve) => {
    if (asked.aborted) resolve({ kind: "asked" });
    asked.addEventListener("abort", () => resolve({ kind: "asked" }), { once: true });
  });
  const ends = parts.map(async (part): Promise<PlantEnd> => {
    const end = await part.ended;
    return { kind: end.isClean && part.spec.mayEndByItself ? "closed" : "died", end };
  });
  return Promise.race([wish, ...ends]);
}

/** The station ends before the MES it reports to and the machines it listens to. */
async function stopInReverse(run: PlantRun, parts: readonly Part[]): Promise<void> {
  for (const stage of run.stages.toReversed()) {
    const ofStage = parts.filter(({ spec }) => stage.includes(spec));
    await Promise.all(ofStage.map((part) => part.stop(run.graceMs)));
  }
}
