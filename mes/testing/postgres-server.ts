import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { lastingPort } from "../../main/simulator/lasting-port.ts";
import { findPostgresBinaries } from "./postgres-binaries.ts";
import { type ServerUser, unprivilegedUser } from "./unprivileged-user.ts";

/** A real PostgreSQL server for one test file: own data, own port, fsync on as in a plant. */
export interface PostgresServer {
  /** Makes an empty database. @returns its connection URL */
  createDatabase(): Promise<string>;
  /** Makes a copy of a database that nobody is connected to, as a backup is. @returns its connection URL */
  copyDatabase(url: string): Promise<string>;
  /** SIGKILL to the postmaster and every backend at once, as a power cut takes them. */
  kill(): Promise<void>;
  /** Starts the killed server again on the same data and port. */
  restart(): Promise<void>;
  /** Ends the server and removes its data. Idempotent. */
  drop(): Promise<void>;
}

interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly bin: string;
  readonly user: ServerUser;
  child: ChildProcess | undefined;
}

/** Starts a server in a fresh temporary folder. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const cluster = await newCluster();
  process.once("exit", () => remove(cluster)); // a test process that dies must not leave a server behind
  await run(cluster, "initdb", ["-D", cluster.data, "-U", "postgres", "-E", "UTF8", "--locale=C"]);
  await start(cluster);
  return {
    createDatabase: () => createDatabase(cluster, "template1"),
    copyDatabase: (url) => createDatabase(cluster, new URL(url).pathname.slice(1)),
    kill: () => signal(cluster, "SIGKILL"),
    restart: () => start(cluster),
    drop: async () => {
      await signal(cluster, "SIGKILL");
      await rm(cluster.folder, { recursive: true, force: true });
    },
  };
}

async function newCluster(): Promise<Cluster> {
  const user = unprivilegedUser();
  const folder = await mkdtemp(join(tmpdir(), "takt-pg-"));
  await chmod(folder, 0o755);
  const data = join(folder, "data");
  await mkdir(data, { mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) await chown(data, user.uid, user.gid);
  const bin = await findPostgresBinaries(user, folder);
  return { folder, data, port: await lastingPort(), bin, user, child: undefined };
}

async function run(cluster: Cluster, program: string, args: readonly string[]): Promise<void> {
  const child = spawn(join(cluster.bin, program), args, {
    ...cluster.user,
    cwd: cluster.data,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  if (child.exitCode !== 0) throw new Error(`${program} ended with ${child.exitCode}: ${output}${errors}`);
}

/** A killed server's memory stays attached until the last of its backends is gone, which can be after the postmaster. */
const MEMORY_IN_USE = "pre-existing shared memory block";
const FREE_LIMIT_MS = 60_000;

async function start(cluster: Cluster): Promise<void> {
  const latest = Date.now() + FREE_LIMIT_MS;
  for (;;) {
    const log = await launch(cluster);
    if (log === undefined) return;
    if (!log.includes(MEMORY_IN_USE) || Date.now() > latest) throw new Error(`postgres ended: ${log}`);
    await delay(100);
  }
}

/** @returns what it said when it ended instead of serving; nothing when it serves */
async function launch(cluster: Cluster): Promise<string | undefined> {
  const settings = [
    `port=${cluster.port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=on",
  ];
  const args = ["-D", cluster.data, ...settings.flatMap((setting) => ["-c", setting])];
  // Its own process group, so that one signal reaches the postmaster and all its backends.
  const child = spawn(join(cluster.bin, "postgres"), args, {
    ...cluster.user,
    cwd: cluster.data,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  cluster.child = child;
  return servesOrEnds(child);
}

function servesOrEnds(child: ChildProcess): Promise<string | undefined> {
  let log = "";
  return new Promise((resolve) => {
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      log += chunk;
      if (log.includes("ready to accept connections")) resolve(undefined);
    });
    child.once("close", (code) => resolve(`${log}(exit code ${code})`));
  });
}

async function createDatabase(cluster: Cluster, template: string): Promise<string> {
  const name = `mes_${randomBytes(6).toString("hex")}`;
  const url = `postgres://postgres@127.0.0.1:${cluster.port}`;
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await client.end();
  return `${url}/${name}`;
}

async function signal(cluster: Cluster, name: NodeJS.Signals): Promise<void> {
  const child = cluster.child;
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  process.kill(-child.pid, name);
  await exited;
}

function remove(cluster: Cluster): void {
  const pid = cluster.child?.pid;
  if (pid !== undefined && cluster.child?.exitCode === null && cluster.child.signalCode === null)
    process.kill(-pid, "SIGKILL");
  rmSync(cluster.folder, { recursive: true, force: true });
}
