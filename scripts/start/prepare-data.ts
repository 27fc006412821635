import { randomBytes } from "node:crypto";
import { access, constants, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { z } from "zod";
import { freeMegabytes } from "../setup/require-room.mjs";

/** An empty plant takes some 60 MB; what runs full while it starts is no plant. */
const ROOM_TO_START_MB = 200;

/**
 * Makes the data folder and, once, the token by which the trial plant's station and MES know one another.
 * @throws Error in the person's words when the folder cannot be written to
 */
export async function prepareData(dataFolder: string): Promise<void> {
  try {
    await mkdir(path.join(dataFolder, "logs"), { recursive: true });
    await mkdir(path.join(dataFolder, "secrets"), { recursive: true, mode: 0o700 });
    await access(dataFolder, constants.W_OK);
    await createToken(path.join(dataFolder, "secrets", "station-token"));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOSPC") await refuseFullDisk(dataFolder, cause);
    const remedy = "Give TAKT_DATA a folder you may write to: TAKT_DATA=~/takt-data npm start";
    throw new Error(`The data folder ${dataFolder} cannot be written to. ${remedy}`, { cause });
  }
  await refuseFullDisk(dataFolder);
}

async function refuseFullDisk(dataFolder: string, cause?: unknown): Promise<void> {
  const freeMb = await freeMegabytes(dataFolder);
  if (freeMb >= ROOM_TO_START_MB) return;
  const remedy =
    "Make room there, or give TAKT_DATA a folder on another disk: TAKT_DATA=~/takt-data npm start";
  throw new Error(
    `The disk of the data folder ${dataFolder} has ${freeMb} MB left; ${ROOM_TO_START_MB} MB are needed. ${remedy}`,
    { cause },
  );
}

/** What a running simulator leaves in the data folder, and a killed one does too. */
const ControlFile = z.looseObject({ pid: z.int() });

/** @throws Error in the person's words when a plant runs on these data already */
export async function refuseSecondPlant(dataFolder: string): Promise<void> {
  const pid = await simulatorPid(path.join(dataFolder, "plant", "control.json"));
  if (pid === undefined || !(await isSimulator(pid))) return;
  throw new Error(
    `A plant is running already on ${dataFolder}. End it with Ctrl-C where it was started, or give this one data and ports of its own: TAKT_DATA=~/takt-data-2 TAKT_MES_PORT=8081 TAKT_OPCUA_PORT=4841 npm start`,
  );
}

/** @returns undefined when there is none, or a file that nobody can read any more: then nobody keeps it up to date either */
async function simulatorPid(controlFile: string): Promise<number | undefined> {
  try {
    return ControlFile.parse(JSON.parse(await readFile(controlFile, "utf8"))).pid;
  } catch {
    return undefined; // absent at the first start; torn by a power cut
  }
}

/** A process number alone proves nothing: it may have been given to another program since. */
async function isSimulator(pid: number): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return commandLine.includes("main/simulator/index.ts");
}

async function createToken(file: string): Promise<void> {
  const existing = await readFile(file, "utf8").catch(() => "");
  if (existing.trim() !== "") return;
  await writeFile(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
}

/** @throws Error in the person's words when something else listens on the MES's port */
export async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause: NodeJS.ErrnoException) =>
      reject(new Error(portWords(port, cause.code), { cause })),
    );
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}

function portWords(port: number, code: string | undefined): string {
  if (code === "EACCES")
    return `Only root may use port ${port}. Choose one from 1024 on: TAKT_MES_PORT=8080 npm start`;
  const remedy = `Stop that program, or choose another port: TAKT_MES_PORT=${port < 65_535 ? port + 1 : 8080} npm start`;
  return `Port ${port} is not free for the MES: another program uses it. ${remedy}`;
}
