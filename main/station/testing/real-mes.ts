import { cp, mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { type AppOptions, buildApp } from "../../../mes/app.ts";
import type { Vocabulary } from "../../../mes/ingest/vocabulary.ts";
import { type Mes, openMes } from "../../../mes/open-mes.ts";
import { hashToken } from "../../../mes/secrets/token.ts";
import { layEmptyDatabase } from "../../../mes/testing/empty-database.ts";
import { silentLog } from "../../../mes/testing/silent-log.ts";
import { lastingPort } from "../../simulator/lasting-port.ts";

const PLANNER_TOKEN = "planner";
const nowUtc = () => new Date().toISOString();

export const stationToken = (stationId: string) => `token-of-${stationId}`;

/** One line of the journal as the MES holds it. */
export interface StoredLine {
  readonly seq: number;
  readonly hash: string;
  readonly payload: string;
  readonly verdict: string;
}

export interface RealMesOptions {
  /** What it understands; by default all that this version knows. */
  readonly vocabulary?: Vocabulary;
  /** How it is spoken to; by default in plain http. */
  readonly face?: Pick<AppOptions, "serverFactory" | "uploads">;
}

interface Running {
  readonly mes: Mes;
  readonly app: FastifyInstance;
}

/**
 * The MES of the product on its embedded database, listening on a port of its own, with an order for each station and
 * the means to look at what it holds and to put it back to an older backup.
 */
export class RealMes {
  readonly #folder: string;
  readonly #options: RealMesOptions;
  #mes: Mes;
  #app: FastifyInstance;

  private constructor(folder: string, options: RealMesOptions, { mes, app }: Running) {
    this.#folder = folder;
    this.#options = options;
    this.#mes = mes;
    this.#app = app;
  }

  static async start(options: RealMesOptions = {}): Promise<RealMes> {
    const folder = await mkdtemp(join(tmpdir(), "takt-mes-"));
    await layEmptyDatabase(folder);
    const mes = await open(folder, options);
    const app = await listen(mes, await lastingPort(), options);
    return new RealMes(folder, options, { mes, app });
  }

  get port(): number {
    return (this.#app.server.address() as AddressInfo).port;
  }

  get mes(): Mes {
    return this.#mes;
  }

  /** Enrols a station (its token is `stationToken`) with one released order of the same number. */
  async enrol(stationId: string): Promise<void> {
    const station = {
      stationId,
      workUnit: stationId,
      machineName: stationId,
      tokenHash: hashToken(stationToken(stationId)),
    };
    await this.#mes.execute({ kind: "register-station", atUtc: nowUtc(), station });
    const jobOrders = [orderFor(stationId)];
    await this.#mes.execute({ kind: "import-job-orders", atUtc: nowUtc(), jobOrders });
  }

  async journal(stationId: string, epoch: string): Promise<readonly StoredLine[]> {
    return await this.#mes.database.query<StoredLine>(
      "SELECT seq, hash, payload, verdict FROM journal_event WHERE station_id = $1 AND epoch = $2 ORDER BY seq",
      [stationId, epoch],
    );
  }

  async quarantined(stationId: string): Promise<number> {
    const rows = await this.#mes.database.query("SELECT seq FROM quarantine WHERE station_id = $1", [
      stationId,
    ]);
    return rows.length;
  }

  /** Good pieces of an order as the pages show them. */
  async good(jobOrderId: string): Promise<number> {
    const answer = await this.#app.inject(`/api/v1/orders/${jobOrderId}`);
    return answer.json<{ order: { good: number } }>().order.good;
  }

  /** A whole copy of its data, taken while it stands still. */
  async backup(): Promise<string> {
    const copy = await mkdtemp(join(tmpdir(), "takt-mes-backup-"));
    await this.#while(async () => await cp(this.#folder, copy, { recursive: true }));
    return copy;
  }

  /** Goes on, on the same port, with the data of a backup. */
  async restore(copy: string): Promise<void> {
    await this.#while(async () => {
      await rm(this.#folder, { recursive: true, force: true });
      await cp(copy, this.#folder, { recursive: true });
    });
  }

  async restart(): Promise<void> {
    await this.#while(async () => undefined);
  }

  async stop(): Promise<void> {
    await this.#app.close();
    await this.#mes.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #while(stopped: () => Promise<void>): Promise<void> {
    const { port } = this;
    await this.#app.close();
    await this.#mes.close();
    await stopped();
    this.#mes = await open(this.#folder, this.#options);
    this.#app = await listen(this.#mes, port, this.#options);
  }
}

async function open(dataFolder: string, { vocabulary }: RealMesOptions): Promise<Mes> {
  return await openMes({
    databaseUrl: undefined,
    dataFolder,
    nowUtc,
    log: silentLog,
    onSuspect: (error) => {
      throw error;
    },
    ...(vocabulary === undefined ? {} : { vocabulary }),
  });
}

async function listen(mes: Mes, port: number, { face }: RealMesOptions): Promise<FastifyInstance> {
  const plannerTokenHash = hashToken(PLANNER_TOKEN);
  const app = await buildApp({ mes, plannerTokenHash, overviewFolder: tmpdir(), ...face });
  await app.listen({ port, host: "127.0.0.1" });
  return app;
}

function orderFor(stationId: string): Record<string, unknown> {
  return {
    jobOrderId: stationId,
    workUnit: stationId,
    item: { itemId: "FLANGE-40", name: "Flange 40" },
    operation: { number: "30", name: "Turn" },
    plannedQuantity: 1_000_000,
    boxQuantity: null,
    idealCycleSeconds: 48,
    dueUtc: "2026-12-01T00:00:00.000Z",
    priority: 1,
    countAuthority: "operator",
    materials: [],
    characteristicIds: [],
    blockedBy: null,
    status: "released",
  };
}
