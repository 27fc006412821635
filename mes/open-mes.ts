import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Database } from "./database/database.ts";
import { openPostgres } from "./database/postgres.ts";
import type { CommandWriter } from "./durability/command-writer.ts";
import { type DirectiveMark, isBehindMark, openDirectiveMark } from "./durability/directive-mark.ts";
import { openIngressFile } from "./durability/ingress-file.ts";
import { ingressWriter } from "./durability/ingress-writer.ts";
import { openEmbedded } from "./durability/open-embedded.ts";
import { postgresWriter } from "./durability/postgres-writer.ts";
import { replayIngress } from "./durability/replay-ingress.ts";
import { establishIdentity } from "./establish-identity.ts";
import { currentVocabulary, type Vocabulary } from "./ingest/vocabulary.ts";
import { type ChangeHub, createChangeHub } from "./live/change-hub.ts";
import { createKeptFolds, type KeptFolds } from "./live/kept-folds.ts";
import { createPresence, type Presence } from "./live/presence.ts";
import type { MesLog } from "./mes-log.ts";
import { migrate } from "./migrations/migrate.ts";
import { migrationList } from "./migrations/migration-list.ts";
import type { OrderTakings } from "./queries/read-lots-at-hand.ts";
import { renewMesEpoch } from "./repositories/identity-repository.ts";
import { stationsWithParked } from "./repositories/parked-repository.ts";
import { listStations } from "./repositories/station-repository.ts";
import type { Command, CommandKind, CommandOf } from "./use-cases/command.ts";
import { execute, type Outcomes } from "./use-cases/execute.ts";
import type { IngestContext } from "./use-cases/ingest-batch.ts";
import { ordersOf } from "./use-cases/judge-entries.ts";
import { reapplyParked } from "./use-cases/reapply-parked.ts";
import { settleRoutes } from "./use-cases/settle-routes.ts";
import { tellElsewhere } from "./use-cases/tell-elsewhere.ts";

/** Of orders that took some of a lot since it was told of: a few hundred bytes each. */
const MOST_KEPT = 20_000;

export interface MesOptions {
  /** PostgreSQL to work on; undefined: the embedded database in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly nowUtc: () => string;
  readonly log: MesLog;
  /** Told when only a restart can make sure that nothing acknowledged is lost. */
  readonly onSuspect: (error: Error) => void;
  /** What this version of the MES understands; tests pass an older one. */
  readonly vocabulary?: Vocabulary;
  /** Names the time since the machine was started; tests pretend a power cut with it. */
  readonly bootId?: () => Promise<string>;
}

/** The MES without its HTTP face: what may be asked, and what may be told. */
export interface Mes {
  readonly mesId: string;
  readonly mesEpoch: string;
  readonly database: Database;
  readonly hub: ChangeHub;
  readonly presence: Presence;
  readonly vocabulary: Vocabulary;
  /** What orders took of lots. */
  readonly takings: KeptFolds<OrderTakings>;
  readonly nowUtc: () => string;
  /** Carries out a command durably, then tells those who watch. */
  execute<Kind extends CommandKind>(command: CommandOf<Kind>): Promise<Outcomes[Kind]>;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date, and replays what it forgot. Readable top to bottom, in order of start. */
export async function openMes(options: MesOptions): Promise<Mes> {
  const { dataFolder, nowUtc, log, vocabulary = currentVocabulary } = options;
  const database = await openDatabase(options);
  try {
    const applied = await migrate(database, migrationList);
    if (applied.length > 0) log.info({ migrations: applied }, "schema brought forward");
    const identity = await establishIdentity(database, join(dataFolder, "mes", "identity"), randomUUID);
    const context = { sha256, vocabulary };
    const writer = await openWriter(database, options, context);
    const released = await reapplyAllParked(database, { vocabulary, atUtc: nowUtc(), log });
    const markPath = join(dataFolder, "mes", "directive-mark");
    const mesEpoch = (await isBehindMark(database, markPath))
      ? await beginEpoch(database, log)
      : identity.mesEpoch;
    const mark = openDirectiveMark(database, markPath);
    if (released.length > 0)
      await database.transaction(async (tx) => {
        const settlement = { jobOrderIds: released, atUtc: nowUtc() };
        await settleRoutes(tx, settlement);
        await tellElsewhere(tx, { ...settlement, by: null, stations: await listStations(tx) });
      });
    await mark.raise();
    const hub = createChangeHub();
    const takings = createKeptFolds<OrderTakings>(MOST_KEPT);
    return {
      mesId: identity.mesId,
      mesEpoch,
      database,
      hub,
      presence: createPresence(),
      vocabulary,
      takings,
      nowUtc,
      execute: (command) => executeAndTell({ writer, hub, mark, takings, context }, command),
      close: async () => {
        await database.close();
        await writer.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

async function openDatabase(options: MesOptions): Promise<Database> {
  const { databaseUrl, dataFolder, log, bootId } = options;
  if (databaseUrl === undefined)
    return openEmbedded({
      folder: join(dataFolder, "mes"),
      log,
      ...(bootId === undefined ? {} : { bootId }),
    });
  const onIdleError = (error: Error) => log.warn({ err: error }, "a database connection was lost");
  return openPostgres({ url: databaseUrl, onIdleError });
}

async function openWriter(
  database: Database,
  { dataFolder, log, onSuspect }: MesOptions,
  context: IngestContext,
): Promise<CommandWriter> {
  if (database.durableCommits) return postgresWriter(database);
  const ingress = await openIngressFile(join(dataFolder, "mes", "ingress.jsonl"));
  if (ingress.tornBytes > 0) log.warn({ bytes: ingress.tornBytes }, "half a frame cut off the ingress file");
  const frames = await replayIngress(database, ingress, context);
  if (frames > 0) log.warn({ frames }, "the database had forgotten commits; replayed from the ingress file");
  return ingressWriter(database, ingress, onSuspect);
}

async function beginEpoch(database: Database, log: MesLog): Promise<string> {
  const mesEpoch = randomUUID();
  await renewMesEpoch(database, mesEpoch);
  log.warn({ mesEpoch }, "the database was restored: it had forgotten directives, a new mesEpoch begins");
  return mesEpoch;
}

/** @returns the orders of the events that found their verdict */
async function reapplyAllParked(
  database: Database,
  { log, ...context }: { readonly vocabulary: Vocabulary; readonly atUtc: string; readonly log: MesLog },
): Promise<readonly string[]> {
  const jobOrders: string[] = [];
  for (const stationId of await stationsWithParked(database)) {
    const one = await database.transaction((tx) => reapplyParked(tx, stationId, context));
    const { released } = one;
    if (released > 0) log.info({ stationId, released }, "parked events found their verdict");
    jobOrders.push(...one.jobOrderIds);
  }
  return jobOrders;
}

interface Execution {
  readonly writer: CommandWriter;
  readonly hub: ChangeHub;
  readonly mark: DirectiveMark;
  readonly takings: KeptFolds<OrderTakings>;
  readonly context: IngestContext;
}

async function executeAndTell<Kind extends CommandKind>(
  { writer, hub, mark, takings, context }: Execution,
  command: CommandOf<Kind>,
): Promise<Outcomes[Kind]> {
  const written = await writer
    .write(command, (tx) => execute<Kind>(tx, command, context))
    .finally(() => forgetTakings(takings, command)); // also where nobody knows whether it was committed
  if (written.directed.length > 0) await mark.raise();
  for (const stationId of written.directed) hub.directed(stationId);
  if (written.changed) hub.floorChanged();
  return written.value;
}

/** What waited for an order or a newer MES is applied by other commands; those come from people, seldom. */
function forgetTakings(takings: KeptFolds<OrderTakings>, command: Command): void {
  if (command.kind === "ingest-batch") takings.toldOf(ordersOf(command.upload.events));
  else takings.toldOfAny();
}
