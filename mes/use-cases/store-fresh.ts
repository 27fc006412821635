import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Verdict } from "../../shared/protocol/messages.ts";
import type { Queries } from "../database/database.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import { pickEffects } from "../ingest/pick-effects.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { writeEffects } from "../repositories/effect-repository.ts";
import { insertEntries } from "../repositories/journal-repository.ts";
import { noteEvents } from "../repositories/station-repository.ts";
import { causedBy, type JudgedArrival, judgedEntryOf, judgeEntries } from "./judge-entries.ts";
import { settleOverDelivery } from "./settle-over-delivery.ts";

export interface FreshEntries {
  readonly stationId: string;
  readonly atUtc: string;
  readonly entries: readonly JournalEntry[];
  readonly vocabulary: Vocabulary;
}

export interface Stored {
  /** In the order of the entries. */
  readonly verdicts: readonly Verdict[];
  /** Orders with other sums than before, or begun. */
  readonly progressed: readonly string[];
  /** Some order was begun: who counts its pieces may be another than before. */
  readonly hasBegun: boolean;
}

/** Stores new entries with their verdicts and effects. */
export async function storeFresh(tx: Queries, fresh: FreshEntries): Promise<Stored> {
  const { stationId, atUtc } = fresh;
  const judged = await judgeEntries(tx, stationId, fresh);
  await insertEntries(tx, stationId, { judged: judged.map(judgedEntryOf), atUtc });
  const caused = causedBy(judged);
  await writeEffects(tx, stationId, { caused, atUtc });
  const progressed = progressedOrders(caused);
  await settleOverDelivery(tx, progressed, atUtc);
  await noteEvents(tx, stationId, { lastEventUtc: judged.at(-1)?.arrival.entry.atUtc ?? null, atUtc });
  const hasBegun = pickEffects(caused, "progress").some(({ effect }) => effect.countAuthority !== null);
  return { verdicts: judged.map(verdictOf), progressed, hasBegun };
}

function progressedOrders(caused: readonly CausedEffect[]): readonly string[] {
  return [...new Set(pickEffects(caused, "progress").map(({ effect }) => effect.jobOrderId))];
}

function verdictOf({ arrival, judgement }: JudgedArrival): Verdict {
  const { seq } = arrival.entry;
  switch (judgement.verdict) {
    case "applied":
      return { seq, verdict: "applied" };
    case "rejected":
      return { seq, verdict: "rejected", code: judgement.code };
    case "parked":
      return { seq, verdict: "parked", code: judgement.code };
  }
}
