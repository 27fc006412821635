import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { Upload } from "../../shared/protocol/messages.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { type Mes, openMes } from "../open-mes.ts";
import { hashToken } from "../secrets/token.ts";
import type { IngestOutcome } from "../use-cases/ingest-batch.ts";
import { layEmptyDatabase } from "./empty-database.ts";
import { silentLog } from "./silent-log.ts";

export interface TestMesOptions {
  readonly dataFolder: string;
  readonly databaseUrl?: string | undefined;
  readonly vocabulary?: Vocabulary;
  readonly onSuspect?: (error: Error) => void;
  readonly bootId?: () => Promise<string>;
}

/** A MES on a real database, told its clock by the machine and silent. */
export async function openTestMes(options: TestMesOptions): Promise<Mes> {
  const { vocabulary, bootId } = options;
  if (options.databaseUrl === undefined) await layEmptyDatabase(options.dataFolder);
  return openMes({
    databaseUrl: options.databaseUrl,
    dataFolder: options.dataFolder,
    nowUtc: () => new Date().toISOString(),
    log: silentLog,
    onSuspect: options.onSuspect ?? (() => undefined),
    ...(vocabulary === undefined ? {} : { vocabulary }),
    ...(bootId === undefined ? {} : { bootId }),
  });
}

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), "takt-mes-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Makes a station of its own for a test, so that tests on one MES do not meet. @returns its id */
export async function newStation(mes: Mes, workUnit = "CNC-2"): Promise<string> {
  const stationId = `WS-${randomUUID().slice(0, 8)}`;
  const station = { stationId, workUnit, machineName: "Lathe", tokenHash: hashToken(`token-${stationId}`) };
  await mes.execute({ kind: "register-station", atUtc: mes.nowUtc(), station });
  return stationId;
}

export function jobOrder(jobOrderId: string, overrides: Partial<JobOrder> = {}): JobOrder {
  return {
    jobOrderId,
    workUnit: "CNC-2",
    item: { itemId: "FLANGE-40", name: "Flange 40" },
    operation: { number: "30", name: "Turn" },
    plannedQuantity: 600,
    boxQuantity: 24,
    idealCycleSeconds: 48,
    dueUtc: "2026-11-23T14:00:00.000Z",
    priority: 1,
    countAuthority: "machine",
    materials: [],
    characteristicIds: [],
    blockedBy: null,
    status: "released",
    ...overrides,
  };
}

/** Imports an order of its own for a test. @returns its id */
export async function newJobOrder(mes: Mes, overrides: Partial<JobOrder> = {}): Promise<string> {
  const order = jobOrder(`O-${randomUUID().slice(0, 8)}`, overrides);
  await mes.execute({ kind: "import-job-orders", atUtc: mes.nowUtc(), jobOrders: [order] });
  return order.jobOrderId;
}

export async function send(mes: Mes, stationId: string, upload: Upload): Promise<IngestOutcome> {
  return mes.execute({ kind: "ingest-batch", atUtc: mes.nowUtc(), stationId, upload });
}

/** The verdicts of an acknowledged batch, as short text. @throws when it was not acknowledged */
export function verdictsOf(outcome: IngestOutcome): readonly string[] {
  if (outcome.kind !== "acknowledged") throw new Error(`Not acknowledged: ${JSON.stringify(outcome)}`);
  return outcome.verdicts.map((verdict) => {
    if (verdict.verdict === "applied") return "applied";
    if (verdict.verdict === "duplicate") return `duplicate of ${verdict.of}`;
    return `${verdict.verdict}: ${verdict.code}`;
  });
}
