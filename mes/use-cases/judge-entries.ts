import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Queries } from "../database/database.ts";
import { advanceState } from "../ingest/advance-state.ts";
import type { Arrival } from "../ingest/arrival.ts";
import { atPlantTime } from "../ingest/at-plant-time.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import { judgeEvent } from "../ingest/judge-event.ts";
import type { Judgement } from "../ingest/judgement.ts";
import { readFact } from "../ingest/read-fact.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { type IngestScope, loadIngestState } from "../repositories/ingest-state-repository.ts";
import type { JudgedEntry } from "../repositories/journal-repository.ts";

export interface JudgedArrival {
  /** As it was told. */
  readonly stored: JournalEntry;
  /** The same at the plant's time. */
  readonly arrival: Arrival;
  readonly judgement: Judgement;
}

/** Judges entries of one station in order, each on the state that the ones before it left. Writes nothing. */
export async function judgeEntries(
  tx: Queries,
  stationId: string,
  { entries, vocabulary }: { readonly entries: readonly JournalEntry[]; readonly vocabulary: Vocabulary },
): Promise<readonly JudgedArrival[]> {
  const arrivals = entries.map((stored) => {
    const entry = atPlantTime(stored);
    return { stored, arrival: { stationId, entry, read: readFact(entry, vocabulary) } };
  });
  const state = await loadIngestState(tx, stationId, scopeOf(arrivals.map(({ arrival }) => arrival)));
  return arrivals.map(({ stored, arrival }) => {
    const judgement = judgeEvent(state, arrival);
    advanceState(state, arrival.entry, judgement);
    return { stored, arrival, judgement };
  });
}

function scopeOf(arrivals: readonly Arrival[]): IngestScope {
  const jobOrderIds = new Set<string>();
  const targetIds = new Set<string>();
  const lotIds = new Set<string>();
  for (const { entry, read } of arrivals) {
    if (entry.jobOrder !== null) jobOrderIds.add(entry.jobOrder);
    if (read.kind !== "fact") continue;
    if (read.fact.type === "quantity.reversed") targetIds.add(read.fact.payload.reverses);
    if (read.fact.type === "time.corrected") targetIds.add(read.fact.payload.of);
    if (read.fact.type === "material.loaded") lotIds.add(read.fact.payload.lotId);
    if (read.fact.type === "material.reversed") targetIds.add(read.fact.payload.reverses);
    if (read.fact.type === "measurement.withdrawn") targetIds.add(read.fact.payload.withdraws);
  }
  return { jobOrderIds: [...jobOrderIds], targetIds: [...targetIds], lotIds: [...lotIds] };
}

/** The orders that entries name, each once. */
export function ordersOf(entries: readonly JournalEntry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ jobOrder }) => jobOrder ?? []))];
}

/** An entry with its verdict, as it is stored. */
export function judgedEntryOf({ stored, judgement }: JudgedArrival): JudgedEntry {
  const code = judgement.verdict === "applied" ? null : judgement.code;
  return { entry: stored, verdict: judgement.verdict, code };
}

/** All effects of the judgements, in order. */
export function causedBy(judged: readonly JudgedArrival[]): readonly CausedEffect[] {
  return judged.flatMap(({ arrival, judgement }) => judgement.effects.map((effect) => ({ effect, arrival })));
}
