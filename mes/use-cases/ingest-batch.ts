import type { Sha256 } from "../../shared/lib/ids.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Head, Upload, Verdict } from "../../shared/protocol/messages.ts";
import type { Queries } from "../database/database.ts";
import { forkedJournal } from "../ingest/attention.ts";
import { checkUpload } from "../ingest/check-upload.ts";
import { type ForkReason, type Holdings, type IngestPlan, planIngest } from "../ingest/plan-ingest.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { openAttention } from "../repositories/attention-repository.ts";
import {
  quarantine,
  readClaims,
  readHashes,
  readHead,
  readVerdicts,
  type StoredVerdict,
  writeHead,
} from "../repositories/journal-repository.ts";
import { workUnitsConcerned } from "../repositories/route-repository.ts";
import { lockStation, lockStationsOfUnits, type StationRow } from "../repositories/station-repository.ts";
import type { CommandOf } from "./command.ts";
import { ordersOf } from "./judge-entries.ts";
import { settleRoutes } from "./settle-routes.ts";
import { storeFresh } from "./store-fresh.ts";
import { tellElsewhere } from "./tell-elsewhere.ts";
import { type Written, wrote, wroteNothing } from "./written.ts";

export type IngestOutcome =
  | { readonly kind: "acknowledged"; readonly head: Head; readonly verdicts: readonly Verdict[] }
  | { readonly kind: "gap"; readonly head: Head }
  | { readonly kind: "fork"; readonly head: Head; readonly reason: ForkReason; readonly seq: number }
  | { readonly kind: "malformed"; readonly message: string }
  | { readonly kind: "unknown-station" };

export interface IngestContext {
  readonly sha256: Sha256;
  readonly vocabulary: Vocabulary;
}

/**
 * Takes one batch in one transaction: events, their verdicts and their effects, or nothing of it (I-8).
 * The rows of the station, and of all that work the same orders or production orders, are locked first: they may be told of
 * it, and two batches of one station are one after the other whoever sends them.
 */
export async function ingestBatch(
  tx: Queries,
  command: CommandOf<"ingest-batch">,
  context: IngestContext,
): Promise<Written<IngestOutcome>> {
  const { stationId, upload } = command;
  const fault = checkUpload(upload, context.sha256);
  if (fault !== undefined) return wroteNothing({ kind: "malformed", message: fault });
  const workUnits = await workUnitsConcerned(tx, ordersOf(upload.events));
  const stations = workUnits.length === 0 ? [] : await lockStationsOfUnits(tx, workUnits, stationId);
  if ((await lockStation(tx, stationId)) === undefined) return wroteNothing({ kind: "unknown-station" });
  const holdings = await readHoldings(tx, stationId, upload);
  const plan = planIngest(holdings, upload);
  switch (plan.kind) {
    case "gap":
      return wroteNothing({ kind: "gap", head: holdings.head });
    case "fork":
      return keepFork(tx, command, { plan, head: holdings.head });
    case "accept":
      return accept(tx, command, { plan, head: holdings.head, context, stations });
  }
}

async function readHoldings(tx: Queries, stationId: string, upload: Upload): Promise<Holdings> {
  const range = {
    epoch: upload.epoch,
    from: upload.afterSeq + 1,
    to: upload.afterSeq + upload.events.length,
  };
  const head = await readHead(tx, stationId, upload.epoch);
  const fresh = upload.events.filter((entry) => entry.seq > head.seq).map((entry) => entry.eventId);
  return {
    head,
    hashes: await readHashes(tx, stationId, range),
    claims: await readClaims(tx, fresh),
  };
}

async function keepFork(
  tx: Queries,
  { stationId, atUtc }: CommandOf<"ingest-batch">,
  { plan, head }: { readonly plan: Extract<IngestPlan, { kind: "fork" }>; readonly head: Head },
): Promise<Written<IngestOutcome>> {
  await quarantine(tx, stationId, { forked: plan, atUtc });
  await openAttention(tx, [forkedJournal(stationId, plan.entry, atUtc)], atUtc);
  return wrote({ kind: "fork", head, reason: plan.reason, seq: plan.entry.seq });
}

interface Acceptance {
  readonly plan: Extract<IngestPlan, { kind: "accept" }>;
  readonly head: Head;
  readonly context: IngestContext;
  /** All that work the same orders or production orders. */
  readonly stations: readonly StationRow[];
}

async function accept(
  tx: Queries,
  command: CommandOf<"ingest-batch">,
  { plan, head, context, stations }: Acceptance,
): Promise<Written<IngestOutcome>> {
  const known = await knownVerdicts(tx, command, plan.known);
  const last = plan.fresh.at(-1);
  if (last === undefined) return wroteNothing({ kind: "acknowledged", head, verdicts: known });
  const next = headAt(last);
  await writeHead(tx, command.stationId, { head: next, atUtc: command.atUtc });
  const { stationId, atUtc } = command;
  const entries = plan.fresh;
  const fresh = await storeFresh(tx, { stationId, atUtc, entries, vocabulary: context.vocabulary });
  const routed = await settleRoutes(tx, { jobOrderIds: ordersOf(entries), atUtc });
  const by = fresh.hasBegun ? null : stationId;
  const told = await tellElsewhere(tx, { jobOrderIds: fresh.progressed, by, stations, atUtc });
  const directed = [...new Set([...routed, ...told])];
  return wrote({ kind: "acknowledged", head: next, verdicts: [...known, ...fresh.verdicts] }, directed);
}

function headAt({ epoch, seq, hash }: JournalEntry): Head {
  return { epoch, seq, hash };
}

async function knownVerdicts(
  tx: Queries,
  { stationId, upload }: CommandOf<"ingest-batch">,
  known: readonly number[],
): Promise<readonly Verdict[]> {
  const from = known[0];
  const to = known.at(-1);
  if (from === undefined || to === undefined) return [];
  const stored = await readVerdicts(tx, stationId, { epoch: upload.epoch, from, to });
  return stored.map(asDuplicate);
}

function asDuplicate({ seq, verdict, code }: StoredVerdict): Verdict {
  return { seq, verdict: "duplicate", of: verdict, code };
}
